package io.openrcm.gateway.x12.expressible;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Address;
import io.openrcm.events.encounter.Charge.Unit;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.PersonName;
import io.openrcm.events.encounter.Relationship;
import io.openrcm.gateway.x12.claim.ClaimFixture;
import io.openrcm.gateway.x12.claim.SyntheticClaims;
import io.openrcm.gateway.x12.claim.WithContent;
import io.openrcm.gateway.x12.expressible.Expressibility.Gap;
import io.openrcm.gateway.x12.expressible.Expressibility.Inexpressible;
import io.openrcm.gateway.x12.expressible.Expressibility.Rule;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExpressibilityTest {

    private static final ClaimContent VISIT = ClaimFixture.officeVisit();
    private static final ClaimContent STAY = ClaimFixture.inpatientStay();

    @Test
    void soundClaimsAreExpressible() {
        assertThat(gaps(VISIT)).isEmpty();
        assertThat(gaps(STAY)).isEmpty();
    }

    @Property(tries = 300)
    void whateverAnIdentifierIsTheClaimIsEitherWrittenWithItOrRefused(@ForAll String id) {
        Coverage coverage = ClaimFixture.MERIDIAN;
        ClaimContent claim = WithContent.coverages(
                VISIT,
                List.of(new Coverage(
                        1,
                        coverage.payer(),
                        "Meridian",
                        coverage.plan(),
                        id,
                        id,
                        coverage.relationship(),
                        coverage.subscriber(),
                        id)));

        List<Gap> gaps = gaps(claim);

        boolean plain = id.length() >= 2
                && id.length() <= 50
                && id.matches("[A-Za-z0-9 !\"&'()+,./;?=-]+")
                && id.equals(id.strip());
        assertThat(gaps.isEmpty()).isEqualTo(plain);
    }

    @Test
    void aNameOfWhichNothingIsLeftIsMissing() {
        ClaimContent claim = WithContent.patient(VISIT, patientNamed("\u4e2d\u6587", ClaimFixture.LUIS.address()));

        assertThat(gaps(claim)).containsExactly(new Gap("/patient/name/family", Rule.MISSING));
    }

    @Test
    void aNameCountsAsItIsWritten() {
        assertThat(gaps(WithContent.patient(VISIT, patientNamed("ß".repeat(30), ClaimFixture.LUIS.address()))))
                .isEmpty();
        assertThat(gaps(WithContent.patient(VISIT, patientNamed("ß".repeat(31), ClaimFixture.LUIS.address()))))
                .containsExactly(new Gap("/patient/name/family", Rule.TOO_LONG));
    }

    @Test
    void anAddressNeedsStreetCityStateAndZip() {
        ClaimContent claim = WithContent.patient(VISIT, patientNamed("Rivera", new Address("", null, "", "", "5370")));

        assertThat(gaps(claim))
                .containsExactly(
                        new Gap("/patient/address/street", Rule.MISSING),
                        new Gap("/patient/address/city", Rule.MISSING),
                        new Gap("/patient/address/state", Rule.MISSING),
                        new Gap("/patient/address/zip", Rule.FORMAT));
    }

    @Test
    void theDestinationMustBeAPayerThatTheClaimKnows() {
        assertThat(gaps(WithContent.destinationRank(VISIT, 2)))
                .containsExactly(new Gap("/destinationRank", Rule.MISSING));
        Coverage self = new Coverage(
                1, new PayerId("SELF"), "Self", PlanType.SELF_PAY, "X1", null, Relationship.SELF, null, null);
        assertThat(gaps(WithContent.coverages(VISIT, List.of(self))))
                .containsExactly(new Gap("/coverages/0/plan", Rule.NOT_ALLOWED));
    }

    @Test
    void onePayerStandsInAClaimOnce() {
        Coverage again = new Coverage(
                2,
                ClaimFixture.MEDICARE.payer(),
                "Medicare",
                PlanType.MEDICARE_PART_B,
                "1EG4TE5MK73",
                null,
                Relationship.SELF,
                null,
                null);

        assertThat(gaps(WithContent.coverages(STAY, List.of(ClaimFixture.MEDICARE, again))))
                .containsExactly(new Gap("/coverages/1/payer", Rule.REPEATED));
    }

    @Test
    void aLineNumberMustComeBackAsItWentOut() {
        assertThat(gaps(WithContent.lines(
                        VISIT, List.of(line("l7", "125.50"), line("L_8", "1"), line("L9", "1"), line("L9", "1")))))
                .containsExactly(
                        new Gap("/lines/0/controlNumber", Rule.FORMAT),
                        new Gap("/lines/1/controlNumber", Rule.FORMAT),
                        new Gap("/lines/3/controlNumber", Rule.REPEATED));
    }

    @Test
    void amountsHaveAtMostTenDigitsAndAreNotNegative() {
        assertThat(gaps(WithContent.lines(VISIT, List.of(line("A", "-1")))))
                .containsExactly(new Gap("/lines/0/charge", Rule.FORMAT));
        assertThat(gaps(WithContent.lines(VISIT, List.of(line("A", "99999999.99"), line("B", "0.01")))))
                .containsExactly(new Gap("/lines", Rule.TOO_LONG));
    }

    @Test
    void unitsOfAbsurdScaleAreRefusedWithoutBeingComputed() {
        ServiceLine absurd =
                ClaimFixture.line("A", null, "99213", List.of(), "1E+999999999", Unit.UNITS, "1", List.of(1));
        ServiceLine fine =
                ClaimFixture.line("B", null, "99213", List.of(), "1E-999999999", Unit.UNITS, "1", List.of(1));

        assertThat(gaps(WithContent.lines(VISIT, List.of(absurd, fine))))
                .containsExactly(new Gap("/lines/0/units", Rule.FORMAT), new Gap("/lines/1/units", Rule.FORMAT));
    }

    @Test
    void aPointerMustPointAtADiagnosis() {
        ServiceLine astray = ClaimFixture.line("A", null, "99213", List.of(), "1", Unit.UNITS, "1", List.of(3));
        ServiceLine without = ClaimFixture.line("B", null, "99213", List.of(), "1", Unit.UNITS, "1", List.of());

        assertThat(gaps(WithContent.lines(VISIT, List.of(astray, without))))
                .containsExactly(
                        new Gap("/lines/0/diagnosisPointers", Rule.FORMAT),
                        new Gap("/lines/1/diagnosisPointers", Rule.MISSING));
    }

    @Test
    void diagnosesHaveNoDotAndTheirNumberIsLimitedByRole() {
        assertThat(gaps(WithContent.diagnoses(
                        VISIT, List.of(ClaimFixture.diagnosis("J20.9", Diagnosis.Role.PRINCIPAL)))))
                .contains(new Gap("/diagnoses/0/code", Rule.FORMAT));
        assertThat(gaps(WithContent.diagnoses(
                        STAY, Collections.nCopies(2, ClaimFixture.diagnosis("J209", Diagnosis.Role.PRINCIPAL)))))
                .containsExactly(new Gap("/diagnoses", Rule.TOO_MANY));
        assertThat(gaps(WithContent.diagnoses(STAY, List.of()))).containsExactly(new Gap("/diagnoses", Rule.MISSING));
    }

    @Test
    void aProfessionalClaimHasFiftyLinesAtMost() {
        List<ServiceLine> lines =
                IntStream.rangeClosed(1, 51).mapToObj(i -> line("L" + i, "1")).toList();

        assertThat(gaps(WithContent.lines(VISIT, lines))).containsExactly(new Gap("/lines", Rule.TOO_MANY));
    }

    @Test
    void aStayIsRequiredOfInpatientClaimsAndAnAttendingProviderOfHospitalClaims() {
        assertThat(gaps(WithContent.stay(STAY, "111", null, null))).containsExactly(new Gap("/stay", Rule.MISSING));
        assertThat(gaps(WithContent.stay(VISIT, null, "21", null))).containsExactly(new Gap("/stay", Rule.MISSING));
        assertThat(gaps(WithContent.providers(STAY, List.of()))).containsExactly(new Gap("/providers", Rule.MISSING));
    }

    @Test
    void theTypeOfBillAgreesWithTheFrequency() {
        assertThat(gaps(WithContent.stay(STAY, "117", null, STAY.stay())))
                .containsExactly(new Gap("/typeOfBill", Rule.FORMAT));
        assertThat(gaps(WithContent.stay(STAY, "0111", null, STAY.stay())))
                .contains(new Gap("/typeOfBill", Rule.FORMAT));
    }

    @Test
    void theRefusalNamesPlacesAndRulesAndNothingOfThePatient() {
        ClaimContent claim = WithContent.patient(VISIT, patientNamed("Canary".repeat(20), ClaimFixture.LUIS.address()));

        assertThat(Expressibility.of(claim))
                .isInstanceOfSatisfying(
                        Inexpressible.class,
                        refused -> assertThat(refused.detail()).isEqualTo("/patient/name/family TOO_LONG"));
    }

    @Property(tries = 200)
    void everyShapeOfSoundClaimIsExpressible(@ForAll long seed) {
        for (ClaimContent claim : new SyntheticClaims(seed, List.of()).claims(5)) {
            assertThat(gaps(claim)).isEmpty();
        }
    }

    private static Patient patientNamed(String family, Address address) {
        return new Patient(
                "MRN1",
                new PersonName(family, "Luis", null),
                LocalDate.of(2015, 3, 4),
                ClaimFixture.LUIS.sex(),
                address);
    }

    private static ServiceLine line(String number, String charge) {
        return ClaimFixture.line(number, null, "99213", List.of(), "1", Unit.UNITS, charge, List.of(1));
    }

    private static List<Gap> gaps(ClaimContent claim) {
        return switch (Expressibility.of(claim)) {
            case ExpressibleClaim _ -> List.of();
            case Inexpressible refused -> refused.gaps();
        };
    }
}
