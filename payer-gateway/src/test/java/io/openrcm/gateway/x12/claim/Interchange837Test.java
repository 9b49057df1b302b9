package io.openrcm.gateway.x12.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.encounter.Patient;
import io.openrcm.events.encounter.Provider;
import io.openrcm.events.encounter.Sex;
import io.openrcm.events.encounter.Stay;
import io.openrcm.events.protection.Part2;
import io.openrcm.gateway.x12.claim.WrittenInterchange.ClaimPlace;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Interchange837Test {

    @Test
    void aReplacementOfAChildsOfficeVisitIsWrittenAsTheGuideAsks() {
        WrittenInterchange file = Interchange837.write(
                ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", ClaimFixture.officeVisit())));

        assertThat(Segments.transaction(file.bytes())).isEqualTo("""
                ST*837*0001*005010X222A1
                BHT*0019*00*BATCH000000001*20261123*0930*CH
                NM1*41*2*LAKESIDE MEDICAL CENTER*****46*LAKESIDE
                PER*IC*EDI DESK*TE*6085550100
                NM1*40*2*RIVER CLEARINGHOUSE*****46*RIVERCH
                HL*1**20*1
                PRV*BI*PXC*282N00000X
                NM1*85*2*LAKESIDE MEDICAL CENTER*****XX*1555000011
                N3*4800 HARBOR DRIVE
                N4*MADISON*WI*537031234
                REF*EI*391234567
                PER*IC*LAKESIDE MEDICAL CENTER*TE*6085550100
                HL*2*1*22*1
                SBR*P**GRP7788******CI
                NM1*IL*1*RIVERA*ANA****MI*W200300400
                NM1*PR*2*MERIDIAN HEALTH PLAN*****PI*MERID
                HL*3*2*23*0
                PAT*19
                NM1*QC*1*RIVERA*LUIS
                N3*22 OAK AVE*APT. 3
                N4*MADISON*WI*53703
                DMG*D8*20150304*M
                CLM*LK26110100071*185.5***11:B:7*Y*A*Y*Y
                REF*G1*AUTH-55
                REF*F8*PAYERICN998877
                REF*EA*MRN778812
                HI*ABK:J209*ABF:R05
                NM1*82*1*CHEN*MEI****XX*1555000029
                PRV*PE*PXC*208000000X
                LX*1
                SV1*HC:99213:25*125.5*UN*1***1:2
                DTP*472*D8*20261101
                REF*6R*L7-1
                LX*2
                SV1*HC:94640*60*UN*1***1
                DTP*472*D8*20261101
                REF*6R*L7-2
                SE*38*0001
                """);
    }

    @Test
    void anInpatientStayTellsAdmissionDischargeCodesAndTheSupplementBehindMedicare() {
        WrittenInterchange file = Interchange837.write(
                ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", ClaimFixture.inpatientStay())));

        assertThat(Segments.transaction(file.bytes())).endsWith("""
                HL*2*1*22*0
                SBR*P*18*******MA
                NM1*IL*1*OLSEN*PETER*J***MI*1EG4TE5MK73
                N3*9 LAKE DR
                N4*MADISON*WI*53704
                DMG*D8*19451012*M
                NM1*PR*2*MEDICARE*****PI*MCARE
                CLM*LK26100500015*18250.05***11:A:1**A*Y*Y
                DTP*096*TM*1430
                DTP*434*RD8*20261005-20261009
                DTP*435*DT*202610050315
                CL1*1*1*01
                REF*EA*MRN445566
                HI*ABK:I214:::::::Y
                HI*ABJ:R0789
                HI*ABN:W010XXA:::::::Y
                HI*ABF:I10*ABF:N179:::::::N
                HI*BBR:027034Z:D8:20261005
                HI*BBQ:B2111ZZ:D8:20261005
                NM1*71*1*NGUYEN*KIM****XX*1555000037
                PRV*AT*PXC*207RC0000X
                NM1*72*1*SATO*REN****XX*1555000045
                SBR*S*18*G-1******CI
                OI***Y***Y
                NM1*IL*1*OLSEN*PETER*J***MI*GS900100
                NM1*PR*2*GRANITE SUPPLEMENT*****PI*GRANI
                LX*1
                SV2*0120**5000*DA*4
                REF*6R*C1
                LX*2
                SV2*0250**1250.05*UN*1.5
                REF*6R*C2
                LX*3
                SV2*0360*HC:33533*12000*UN*1
                REF*6R*C3
                SE*48*0001
                """);
    }

    @Test
    void theNoticeGoesWithALabelledClaimOfEitherTypeAndWithNoOther() {
        for (ClaimContent content : List.of(ClaimFixture.officeVisit(), ClaimFixture.inpatientStay())) {
            var labelled = WithContent.underPart2(content, "CONSENT-2026-17");

            assertThat(Segments.transaction(
                            Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", labelled)))
                                    .bytes()))
                    .containsPattern(
                            "REF\\*EA\\*MRN\\d+\nNTE\\*ADD\\*42 CFR PART 2 PROHIBITS UNAUTHORIZED USE OR DISCLOSURE"
                                    + " OF THESE RECORDS\\.\nHI\\*")
                    .doesNotContain("CONSENT");
            assertThat(Segments.transaction(
                            Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", content)))
                                    .bytes()))
                    .doesNotContain("NTE*");
        }
        assertThat(Part2.NOTICE).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void theEnvelopeHasFixedWidthsAndItsNumbersComeBackInTheTrailers() {
        WrittenInterchange file = Interchange837.write(
                ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", ClaimFixture.officeVisit())));

        String text = new String(file.bytes(), StandardCharsets.US_ASCII);
        assertThat(text)
                .startsWith("ISA*00*          *00*          *ZZ*LAKESIDE       *ZZ*RIVERCH        "
                        + "*261123*0930*^*00501*000000101*0*T*:~"
                        + "GS*HC*LAKESIDE*RIVERCH*20261123*0930*7*X*005010X222A1~ST*")
                .endsWith("~GE*1*7~IEA*1*000000101~");
        assertThat(text.indexOf('~')).isEqualTo(105);
        assertThat(file.controlNumber()).isEqualTo("000000101");
    }

    @Test
    void eachClaimTypeHasItsOwnGroup() {
        WrittenInterchange file = Interchange837.write(
                ClaimFixture.envelope(),
                List.of(
                        ClaimFixture.setOf("0001", ClaimFixture.inpatientStay()),
                        ClaimFixture.setOf("0002", ClaimFixture.officeVisit()),
                        ClaimFixture.setOf("0003", WithContent.number(ClaimFixture.inpatientStay(), "LK26100500023"))));

        assertThat(file.groups())
                .containsExactly(
                        new WrittenInterchange.Group("7", ClaimType.INSTITUTIONAL),
                        new WrittenInterchange.Group("8", ClaimType.PROFESSIONAL));
        assertThat(file.places()).extracting(ClaimPlace::group).containsExactly("7", "7", "8");
        assertThat(Segments.of(file.bytes()))
                .contains(List.of("GE", "2", "7"), List.of("GE", "1", "8"), List.of("IEA", "2", "000000101"));
    }

    @Test
    void aPlaceTellsWhereTheClaimAndWhatIsThereForItBegin() {
        ClaimContent first = ClaimFixture.officeVisit();
        ClaimContent second = WithContent.number(first, "LK26110100089");
        ClaimContent sibling = WithContent.patient(
                WithContent.number(first, "LK26110100097"),
                new Patient(
                        "MRN1", ClaimFixture.ANA, LocalDate.of(2018, 1, 1), Sex.FEMALE, ClaimFixture.LUIS.address()));

        WrittenInterchange file = Interchange837.write(
                ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", first, sibling, second)));

        assertThat(file.places())
                .containsExactly(
                        new ClaimPlace(first.number(), "7", "0001", 6, 23, List.of("L7-1", "L7-2")),
                        new ClaimPlace(second.number(), "7", "0001", 38, 38, List.of("L7-1", "L7-2")),
                        new ClaimPlace(sibling.number(), "7", "0001", 53, 59, List.of("L7-1", "L7-2")));
        assertThat(Segments.of(file.bytes()).get(53 + 1)).containsExactly("HL", "4", "2", "23", "0");
    }

    @Test
    void aPatientWithMoreThanAHundredClaimsIsSaidAgain() {
        ClaimContent[] claims = new ClaimContent[101];
        for (int i = 0; i < claims.length; i++) {
            claims[i] = WithContent.number(ClaimFixture.inpatientStay(), "LK%05d".formatted(i));
        }

        WrittenInterchange file =
                Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", claims)));

        assertThat(Segments.of(file.bytes()))
                .filteredOn(segment -> segment.getFirst().equals("HL"))
                .containsExactly(
                        List.of("HL", "1", "", "20", "1"),
                        List.of("HL", "2", "1", "22", "0"),
                        List.of("HL", "3", "1", "22", "0"));
    }

    @Test
    void aSecondaryProfessionalClaimToMedicareSaysWhyMedicareIsSecondary() {
        ClaimContent visit = ClaimFixture.officeVisit();
        Coverage medicare = new Coverage(
                2,
                ClaimFixture.MEDICARE.payer(),
                "Medicare",
                PlanType.MEDICARE_PART_B,
                "1EG4TE5MK73",
                null,
                ClaimFixture.MEDICARE.relationship(),
                null,
                null);
        ClaimContent secondary =
                WithContent.destinationRank(WithContent.coverages(visit, List.of(ClaimFixture.MERIDIAN, medicare)), 2);

        WrittenInterchange file =
                Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", secondary)));

        assertThat(Segments.of(file.bytes()))
                .contains(List.of("SBR", "S", "18", "", "", "43", "", "", "", "MB"))
                .contains(List.of("SBR", "P", "19", "GRP7788", "", "", "", "", "", "CI"));
    }

    @Test
    void aPhysicianVisitInTheHospitalTellsAdmissionAndDischargeByDay() {
        Stay stay = ClaimFixture.inpatientStay().stay();
        ClaimContent visit = WithContent.stay(ClaimFixture.officeVisit(), null, "21", stay);

        WrittenInterchange file =
                Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", visit)));

        assertThat(Segments.of(file.bytes()))
                .contains(List.of("DTP", "435", "D8", "20261005"), List.of("DTP", "096", "D8", "20261009"));
    }

    @Test
    void anOutpatientBillDatesItsLinesAndKeepsAdmissionToItself() {
        ClaimContent outpatient = WithContent.stay(ClaimFixture.inpatientStay(), "131", null, null);

        WrittenInterchange file =
                Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", outpatient)));

        List<List<String>> segments = Segments.of(file.bytes());
        assertThat(segments)
                .contains(List.of("DTP", "472", "D8", "20261101"), List.of("CL1", "9", "9", "01"))
                .contains(List.of("HI", "ABK:I214"))
                .noneMatch(segment -> segment.getFirst().equals("DTP")
                        && (segment.get(1).equals("435") || segment.get(1).equals("096")));
    }

    @Test
    void anInterimBillHasNoDischargeHour() {
        Stay stay =
                new Stay(LocalDateTime.of(2026, 10, 5, 3, 15), LocalDateTime.of(2026, 10, 9, 14, 30), "1", "1", "30");
        ClaimContent interim = WithContent.stay(ClaimFixture.inpatientStay(), "112", null, stay);

        WrittenInterchange file =
                Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", interim)));

        assertThat(Segments.of(file.bytes())).noneMatch(segment -> segment.contains("096"));
    }

    @Test
    void whoeverIsNamedAlreadyIsNotNamedAgainAsRenderingOrReferring() {
        List<Provider> oneDoctor = new ArrayList<>();
        for (Provider.Role role : List.of(Provider.Role.REFERRING, Provider.Role.RENDERING, Provider.Role.ATTENDING)) {
            oneDoctor.add(new Provider(
                    role,
                    ClaimFixture.DR_NGUYEN.npi(),
                    ClaimFixture.DR_NGUYEN.name(),
                    ClaimFixture.DR_NGUYEN.taxonomy()));
        }
        ClaimContent stay = WithContent.providers(ClaimFixture.inpatientStay(), oneDoctor);

        WrittenInterchange file =
                Interchange837.write(ClaimFixture.envelope(), List.of(ClaimFixture.setOf("0001", stay)));

        assertThat(Segments.of(file.bytes()))
                .filteredOn(
                        segment -> segment.contains(ClaimFixture.DR_NGUYEN.npi().value()))
                .singleElement()
                .satisfies(segment -> assertThat(segment.get(1)).isEqualTo("71"));
    }

    @Test
    void twoTransactionSetsMayNotShareANumber() {
        TransactionSet set = ClaimFixture.setOf("0001", ClaimFixture.officeVisit());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interchange837.write(ClaimFixture.envelope(), List.of(set, set)));
    }

    @Test
    void aTransactionSetHoldsOnePayerAndOneType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimFixture.setOf("0001", ClaimFixture.officeVisit(), ClaimFixture.inpatientStay()));
    }

    @Test
    void anEnvelopeRefusesWhatDoesNotFitItsHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Envelope.TradingParty("ZZ", "SIXTEENCHARACTER", "Name"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope.TradingParty("ZZ", "A*B", "Name"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope.Contact("Desk", "608-555-0100"));
    }
}
