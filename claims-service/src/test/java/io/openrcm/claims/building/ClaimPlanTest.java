package io.openrcm.claims.building;

import static io.openrcm.claims.EncounterFixture.DISCHARGED_ON;
import static io.openrcm.claims.EncounterFixture.anEmergencyVisit;
import static io.openrcm.claims.EncounterFixture.anInpatientStay;
import static io.openrcm.claims.EncounterFixture.professionalCharge;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.ClaimContentFixture;
import io.openrcm.claims.EncounterFixture;
import io.openrcm.claims.coordination.SeedDemo;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.coding.CodedEncounter.Visit;
import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Diagnosis.PresentOnAdmission;
import io.openrcm.events.encounter.Diagnosis.Role;
import io.openrcm.events.encounter.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimPlanTest {

    @Test
    void aStayWithAPhysiciansPartMakesTwoClaimsThatTogetherBillEveryCharge() {
        var encounter = anInpatientStay();

        var claims = bill(encounter);

        assertThat(claims)
                .extracting(ClaimContent::type)
                .containsExactly(ClaimType.INSTITUTIONAL, ClaimType.PROFESSIONAL);
        assertThat(Money.sum(claims, ClaimContent::total))
                .isEqualTo(Money.sum(encounter.build().charges(), Charge::amount));
        assertThat(claims).extracting(ClaimContent::number).doesNotHaveDuplicates();
    }

    @Test
    void theSameEncounterMakesTheSameClaimsAgain() {
        assertThat(bill(anInpatientStay())).isEqualTo(bill(anInpatientStay()));
    }

    @Test
    void withoutInsuranceNoPayerIsAsked() {
        assertThat(plan(anEmergencyVisit().uninsured())).isEqualTo(new ClaimPlan.SelfPay(Money.of("1200.50")));
    }

    @Test
    void withoutChargesThereIsNothingToAsk() {
        assertThat(plan(anEmergencyVisit().charges())).isEqualTo(new ClaimPlan.NothingCharged());
    }

    @ParameterizedTest
    @CsvSource({"INPATIENT, 111, 21", "OUTPATIENT, 131, 22", "EMERGENCY, 131, 23", "CLINIC, 131, 11"})
    void theVisitDecidesTypeOfBillAndPlaceOfService(Visit visit, String typeOfBill, String placeOfService) {
        var claims = bill(anInpatientStay().visit(visit));

        assertThat(claims.get(0).typeOfBill()).isEqualTo(typeOfBill);
        assertThat(claims.get(0).placeOfService()).isNull();
        assertThat(claims.get(1).placeOfService()).isEqualTo(placeOfService);
        assertThat(claims.get(1).typeOfBill()).isNull();
    }

    @Test
    void professionalPointersFollowTheirDiagnosesIntoTheClaimsOwnList() {
        var encounter = anInpatientStay()
                .diagnoses(
                        new Diagnosis("E119", Role.OTHER, PresentOnAdmission.YES),
                        new Diagnosis("R0602", Role.ADMITTING, null),
                        new Diagnosis("J189", Role.PRINCIPAL, PresentOnAdmission.YES),
                        new Diagnosis("E119", Role.OTHER, PresentOnAdmission.YES))
                .charges(professionalCharge("C1", DISCHARGED_ON, "99223", "420.00", 4, 2, 3, 1));

        var claim = bill(encounter).getFirst();

        assertThat(claim.diagnoses())
                .containsExactly(
                        new Diagnosis("J189", Role.PRINCIPAL, null),
                        new Diagnosis("E119", Role.OTHER, null),
                        new Diagnosis("R0602", Role.OTHER, null));
        assertThat(claim.lines().getFirst().diagnosisPointers()).containsExactly(2, 3, 1);
    }

    @Test
    void whenDiagnosesAreTooManyThoseThatChargesPointToStay() {
        var diagnoses = new Diagnosis[20];
        for (int i = 0; i < diagnoses.length; i++) {
            diagnoses[i] = new Diagnosis("A%02d".formatted(i), i == 0 ? Role.PRINCIPAL : Role.OTHER, null);
        }
        var encounter = anInpatientStay()
                .diagnoses(diagnoses)
                .charges(professionalCharge("C1", DISCHARGED_ON, "99223", "420.00", 20));

        var claim = bill(encounter).getFirst();

        assertThat(claim.diagnoses()).hasSize(12);
        assertThat(claim.diagnoses()
                        .get(claim.lines().getFirst().diagnosisPointers().getFirst() - 1)
                        .code())
                .isEqualTo("A19");
    }

    @Test
    void anOutpatientClaimCarriesReasonsForTheVisitButNoPresentOnAdmissionAndNoPcsCodes() {
        var claim = bill(anInpatientStay()
                        .visit(Visit.OUTPATIENT)
                        .diagnoses(
                                new Diagnosis("J189", Role.PRINCIPAL, PresentOnAdmission.YES),
                                new Diagnosis("R0602", Role.REASON_FOR_VISIT, null),
                                new Diagnosis("R051", Role.ADMITTING, null)))
                .getFirst();

        assertThat(claim.diagnoses())
                .containsExactly(
                        new Diagnosis("J189", Role.PRINCIPAL, null),
                        new Diagnosis("R0602", Role.REASON_FOR_VISIT, null));
        assertThat(claim.procedures()).isEmpty();
    }

    @Test
    void theFirstPayerIsAskedWhateverNumberTheHospitalHasForItsRank() {
        var encounter = anInpatientStay().ranked(3);

        var claim = bill(encounter).getFirst();

        assertThat(claim.destinationRank()).isEqualTo(1);
        assertThat(claim.coverages()).extracting(Coverage::rank).containsExactly(1);
    }

    @Test
    void eachClaimNamesTheProvidersThatItsFormKnows() {
        var claims = bill(anInpatientStay());

        assertThat(claims.get(0).providers()).extracting(Provider::role).containsExactly(Provider.Role.ATTENDING);
        assertThat(claims.get(1).providers()).extracting(Provider::role).containsExactly(Provider.Role.RENDERING);
    }

    @Test
    void aChargeIdThatNoPayerCouldEchoGetsANumberOfItsOwn() {
        var ids = List.of("C1", "charge #1", "charge #2", "C".repeat(40), "C".repeat(41), "é");

        var numbers = ids.stream().map(LineNumbers::of).toList();

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("[A-Z0-9-]{1,30}"));
        assertThat(numbers.getFirst()).isEqualTo("C1");
    }

    @Test
    void theHospitalsChargeIdComesBackWithEveryPayment() {
        assertThat(ClaimContentFixture.institutional().lines())
                .extracting(ServiceLine::controlNumber)
                .containsExactly("C1", "C2");
    }

    private static List<ClaimContent> bill(EncounterFixture encounter) {
        return ((ClaimPlan.Bill) plan(encounter)).claims();
    }

    private static ClaimPlan plan(EncounterFixture encounter) {
        return ClaimPlan.of(encounter.id(), encounter.build(), SeedDemo.lakeside());
    }
}
