package io.openrcm.simulator.intake;

import static io.openrcm.simulator.complaints.ComplaintCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.ClaimFileFixture;
import io.openrcm.simulator.ClaimFileFixture.ClaimText;
import io.openrcm.simulator.complaints.Complaint;
import io.openrcm.simulator.complaints.ComplaintCode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintsTest {

    private static final String PROFESSIONAL =
            ClaimFileFixture.professional().claim("E0001", "MERID", "00").text();
    private static final String INSTITUTIONAL =
            ClaimFileFixture.institutional().claim("A0001", "MERID", "00").text();
    private static final String SECONDARY = ClaimFileFixture.professional()
            .with(new ClaimText("E0001", "GRANI", "00").afterFirstPayer("MCARE"))
            .text();
    private static final String REPLACEMENT = ClaimFileFixture.professional()
            .with(new ClaimText("E0001", "MERID", "00").frequency("7", "MERID00000100001"))
            .text();

    /** The subscriber's mother is insured; the child is the patient. */
    private static final String DEPENDANT = recount(
            PROFESSIONAL
                    .replace("HL*2*1*22*0~SBR*P*18*", "HL*2*1*22*1~SBR*P**")
                    .replace(
                            "~CLM*",
                            "~HL*3*2*23*0~PAT*19~NM1*QC*1*OLSEN*LUCA~N3*9 LAKE DRIVE~N4*MADISON*WI*53703~DMG*D8*20150304*M~CLM*"));

    @Test
    void validFilesOfEveryKindAreReadWithoutAComplaint() {
        for (var text : List.of(PROFESSIONAL, INSTITUTIONAL, SECONDARY, REPLACEMENT, DEPENDANT)) {
            assertThat(complaints(text)).isEmpty();
        }
    }

    @Test
    void lineEndsAfterTheTerminatorAndOtherSeparatorsAreRead() {
        var other = PROFESSIONAL.replace('*', '|').replace(':', '>').replace("~", "\u001d\r\n");
        assertThat(complaints(other)).isEmpty();
        assertThat(read(other).claims().findFirst().orElseThrow().claim().chargeCents())
                .isEqualTo(18_550);
    }

    @ParameterizedTest(name = "{2}: {0} becomes {1}")
    @MethodSource({"envelopes", "structures", "parties", "claims", "institutionalClaims", "lines", "otherPayers"})
    void everyMistakeIsNamed(String right, String wrong, ComplaintCode expected, String text) {
        assertThat(text).contains(right);
        var broken = text.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(complaints(keepsCount(expected) ? recount(broken) : broken))
                .extracting(Complaint::code)
                .contains(expected);
    }

    static Stream<Arguments> envelopes() {
        return Stream.of(
                professional("ISA*00", "XSA*00", NOT_AN_INTERCHANGE),
                professional("*ZZ*LAKESIDE       *", "*ZZ*LAKESIDE*", ISA_LENGTH),
                professional("*00501*", "*00401*", ISA_FIELD),
                professional("IEA*1*000000101", "IEA*1*000000102", ISA_IEA_CONTROL),
                professional("IEA*1*", "IEA*2*", IEA_GROUP_COUNT),
                professional("IEA*1*000000101~", "", TRUNCATED),
                professional("GE*1*101~", "GE*1*101~REF*EI*1~", INTERCHANGE_STRUCTURE),
                professional("*ZZ*RIVERCH        *", "*ZZ*ELSEWHERE      *", WRONG_RECEIVER),
                professional("*0930*101*X*", "*0930*0101*X*", GS_FIELD),
                professional("*X*005010X222A1", "*X*005010X222", GS_GUIDE),
                professional("GE*1*101", "GE*1*102", GS_GE_CONTROL),
                professional("GE*1*", "GE*2*", GE_TRANSACTION_COUNT),
                Arguments.of(
                        "IEA*1",
                        PROFESSIONAL.substring(PROFESSIONAL.indexOf("GS*"), PROFESSIONAL.indexOf("IEA*")) + "IEA*2",
                        DUPLICATE_GROUP,
                        PROFESSIONAL),
                professional("ST*837*0001*", "ST*837*1*", ST_FIELD),
                professional("ST*837*0001*005010X222A1", "ST*837*0001*005010X223A2", ST_GUIDE),
                Arguments.of(
                        "GE*1",
                        PROFESSIONAL.substring(PROFESSIONAL.indexOf("ST*"), PROFESSIONAL.indexOf("GE*")) + "GE*2",
                        DUPLICATE_TRANSACTION,
                        PROFESSIONAL));
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                professional("*0001~GE", "*0002~GE", ST_SE_CONTROL),
                professional("N3*4800 HARBOR DRIVE~", "N3*4800 HARBOR DRIVE~N3*SUITE 5~", SE_SEGMENT_COUNT),
                professional("HI*ABK", "XX*1~HI*ABK", UNKNOWN_SEGMENT),
                professional("HI*ABK", "REF*ZZ*1~HI*ABK", UNEXPECTED_SEGMENT),
                professional("N4*MADISON*WI*537031234~", "", MISSING_SEGMENT),
                professional("NM1*40*2*RIVER CLEARINGHOUSE*****46*RIVERCH~", "", MISSING_LOOP),
                professional("NM1*82*", "NM1*82*1*SATO*REN****XX*1555000045~NM1*82*", TOO_MANY_LOOPS),
                professional("HI*ABK:J209*ABF:R05~", "HI*ABK:J209*ABF:R05~HI*ABK:J209~", TOO_MANY_SEGMENTS),
                professional("REF*6R*L1~", "REF*6R*L1~DTP*607*D8*20261101~", SEGMENT_ORDER),
                professional(
                        "BHT*0019*00*BATCH000101*20261123*0930*CH",
                        "BHT*0019*00*BATCH000101*20261123*0930",
                        MISSING_ELEMENT),
                professional("BHT*0019*00", "BHT*0019*02", BHT),
                professional("N3*9 LAKE", "N3*" + "9".repeat(60) + " LAKE", ELEMENT_LENGTH),
                professional("NM1*IL*1*OLSEN", "NM1*IL*1*OL:SEN", COMPONENT_IN_SIMPLE_ELEMENT),
                professional("NM1*IL*1*OLSEN", "NM1*IL*1*OL^SEN", COMPONENT_IN_SIMPLE_ELEMENT),
                professional("*125.5*UN", "*125.505*UN", AMOUNT_INVALID),
                professional("*125.5*UN", "*1,25.5*UN", AMOUNT_INVALID),
                professional("DTP*472*D8*20261101", "DTP*472*D8*20261131", DATE_INVALID),
                professional("*19451012*M", "*19451012*X", CODE_VALUE),
                professional("HL*2*1*22*0", "HL*3*1*22*0", HL_NUMBER),
                professional("HL*2*1*22*0", "HL*2*2*22*0", HL_PARENT),
                professional("HL*2*1*22*0", "HL*2*1*22*1", HL_CHILD),
                Arguments.of("HL*2*1*22*1", "HL*2*1*22*0", HL_CHILD, DEPENDANT),
                Arguments.of("HL*3*2*23*0", "HL*3*1*23*0", HL_PARENT, DEPENDANT),
                professional("*60*UN*", "*60.00*UN*", AMOUNT_FORM),
                professional("*60*UN*", "*060*UN*", AMOUNT_FORM),
                professional("***1:2~", "***1:2**~", TRAILING_EMPTY),
                professional("***1:2~", "***1:2:~", TRAILING_EMPTY),
                professional("*OLSEN*PETER*", "*OLSEN *PETER*", SPACE_AT_EDGE),
                professional("*OLSEN*PETER*", "*Olsen*PETER*", CHARACTER_SET),
                professional("*OLSEN*PETER*", "*OLS\u00c9N*PETER*", CHARACTER_SET));
    }

    static Stream<Arguments> parties() {
        return Stream.of(
                professional("SBR*P*18*******CI", "SBR*P*18", SUBSCRIBER),
                professional("~DMG*D8*19451012*M~", "~", SUBSCRIBER),
                professional("SBR*P*18*", "SBR*P**", PATIENT_RELATION),
                professional("SBR*P*18*", "SBR*P*19*", PATIENT_RELATION),
                Arguments.of("SBR*P**", "SBR*P*18*", PATIENT_RELATION, DEPENDANT),
                Arguments.of("PAT*19~", "PAT*18~", PATIENT_RELATION, DEPENDANT),
                Arguments.of("*OLSEN*LUCA~", "*OLSEN*LUCA****MI*W1~", NOT_USED, DEPENDANT),
                Arguments.of("PAT*19~", "", MISSING_SEGMENT, DEPENDANT),
                professional("N3*4800 HARBOR DRIVE", "N3*PO BOX 12", BILLING_PROVIDER),
                Arguments.of("NM1*85*2*", "NM1*85*1*", BILLING_PROVIDER, INSTITUTIONAL),
                professional("*537031234~", "*53703~", POSTAL_CODE),
                professional("REF*EI*391234567", "REF*EI*39-1234567", TAX_ID),
                professional("*XX*1555000011", "*XX*1555000012", NPI),
                professional("*XX*1555000029", "*XX*155500002", NPI));
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                professional("CLM*E0001*", "CLM*E00010002000300040005*", CLAIM_NUMBER_LENGTH),
                professional("CLM*E0001*185.5*", "CLM*E0001*180*", CHARGE_SUM),
                professional("***11:B:1*", "***011:B:1*", FACILITY_CODE),
                professional("***11:B:1*", "***11:A:1*", FACILITY_CODE),
                professional("***11:B:1*", "***11:B:6*", FREQUENCY),
                professional("***11:B:1*", "***21:B:1*", ADMISSION),
                professional("*Y*A*Y*Y~", "*Y*A*Y*N~", CLAIM_INDICATOR),
                professional("*Y*A*Y*Y~", "*Y*A*Y*Y**AA:::WI~", CLAIM_INDICATOR),
                professional("***11:B:1*", "***11:B:7*", REPLACEMENT_REFERENCE),
                Arguments.of("***11:B:7*", "***11:B:1*", REPLACEMENT_REFERENCE, REPLACEMENT),
                professional("HI*ABK:J209*ABF:R05", "HI*ABK:J20.9*ABF:R05", DIAGNOSIS),
                professional("HI*ABK:J209*ABF:R05", "HI*BK:4660*BF:7862", DIAGNOSIS),
                professional("HI*ABK:J209*ABF:R05", "HI*ABK:J209*ABK:R05", PRINCIPAL_DIAGNOSIS));
    }

    static Stream<Arguments> institutionalClaims() {
        return Stream.of(
                institutional("***11:A:1*", "***011:A:1*", FACILITY_CODE),
                institutional("***11:A:1*", "***11:B:1*", FACILITY_CODE),
                institutional("DTP*434*RD8*20261105-20261109", "DTP*434*D8*20261105", STATEMENT_DATES),
                institutional("DTP*435*DT*202611050315", "DTP*435*DT*2026110503", DATE_INVALID),
                institutional("DTP*435*DT*202611050315~", "", ADMISSION),
                institutional("CL1*1*1*01~", "", MISSING_SEGMENT),
                institutional("CL1*1*1*01~", "CL1*1*1*1~", ADMISSION),
                institutional("HI*ABJ:R0789~", "", ADMISSION),
                institutional("HI*ABK:I214:::::::Y~", "", MISSING_SEGMENT),
                institutional("HI*ABK:I214:::::::Y", "HI*ABK:I214::::::Y", PRESENT_ON_ADMISSION),
                institutional("HI*ABK:I214:::::::Y", "HI*ABK:I214:::::::1", PRESENT_ON_ADMISSION),
                institutional("HI*ABK:I214:::::::Y", "HI*ABK:I214:::::::Y*ABF:I10", INSTITUTIONAL_CODE),
                institutional("BBR:027034Z:D8:20261105", "BBR:027034Z", INSTITUTIONAL_CODE),
                institutional("BI:71:RD8:20260801-20260804", "BI:71:D8:20260801", INSTITUTIONAL_CODE),
                institutional("BE:80:::4", "BE:80:4", INSTITUTIONAL_CODE),
                institutional("NM1*71*1*NGUYEN*KIM****XX*1555000037~", "", ATTENDING_PROVIDER),
                institutional("SV2*0120*", "SV2*120*", REVENUE_CODE),
                institutional("*DA*4~", "*DA*4*30~", NOT_USED),
                institutional("*DA*4~", "*DD*4~", UNITS),
                institutional("*DA*4~", "*DA*4~DTP*472*D8*20261110~", SERVICE_DATE),
                institutional("REF*6R*L1~", "", LINE_CONTROL_NUMBER));
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                professional("LX*2~", "LX*3~", LINE_NUMBER),
                professional("REF*6R*L2~", "", LINE_CONTROL_NUMBER),
                professional("REF*6R*L2~", "REF*6R*L1~", LINE_CONTROL_NUMBER),
                professional("SV1*HC:99213:25", "SV1*HC:9921", PROCEDURE),
                professional("*125.5*UN*1*", "*125.5*F2*1*", UNITS),
                professional("*125.5*UN*1*", "*125.5*UN*0*", UNITS),
                professional("***1:2~", "***1:3~", DIAGNOSIS_POINTER),
                professional("***1:2~", "***1:1~", DIAGNOSIS_POINTER),
                professional("***1:2~", "***1:2**N~", LINE_INDICATOR),
                professional("*UN*1***1:2~", "*UN*1*11**1:2~", NOT_USED));
    }

    static Stream<Arguments> otherPayers() {
        return Stream.of(
                secondary("SVD*MCARE*60.4*", "SVD*MEDIC*60.4*", OTHER_PAYER),
                secondary("SBR*P*18*******MB", "SBR*S*18*******MB", OTHER_PAYER),
                secondary("*PI*MCARE~", "*PI*GRANI~", OTHER_PAYER),
                secondary("AMT*D*96.4~", "", OTHER_PAYER),
                secondary("AMT*D*96.4~", "AMT*D*96~", OTHER_PAYER_BALANCE),
                secondary("CAS*CO*45*25~", "CAS*CO*45*20~", OTHER_PAYER_BALANCE),
                secondary("DTP*573*D8*20261110~LX", "LX", MISSING_SEGMENT),
                secondary("OI***Y***Y~", "", MISSING_SEGMENT));
    }

    @Test
    void everyComplaintAReaderCanMakeHasAMistakeAbove() {
        var tried = EnumSet.noneOf(ComplaintCode.class);
        Stream.of(envelopes(), structures(), parties(), claims(), institutionalClaims(), lines(), otherPayers())
                .flatMap(it -> it)
                .forEach(it -> tried.add((ComplaintCode) it.get()[2]));
        // These need a history, five thousand claims, or a fault of ours; they have tests of their own.
        var elsewhere = EnumSet.of(DUPLICATE_INTERCHANGE, DUPLICATE_CLAIM, WRONG_PARTNER, TOO_MANY_CLAIMS, UNREADABLE);
        assertThat(tried).isEqualTo(EnumSet.complementOf(elsewhere));
    }

    @Test
    void aTransactionOfMoreThanFiveThousandClaimsIsTooLarge() {
        var file = ClaimFileFixture.professional();
        for (var at = 0; at <= TransactionReading.MOST_CLAIMS; at++) {
            file.claim("E" + at, "MERID", "00");
        }
        assertThat(complaints(file.text())).extracting(Complaint::code).containsExactly(TOO_MANY_CLAIMS);
    }

    @Test
    void aComplaintNamesItsClaimAndPlaceAndNeverThePatient() {
        var complaint = complaints(PROFESSIONAL.replace("CLM*E0001*185.5*", "CLM*E0001*180*"))
                .getFirst();
        assertThat(complaint.claim()).isEqualTo("E0001");
        assertThat(complaint.segmentId()).isEqualTo("CLM");
        assertThat(complaint.inTransaction()).isEqualTo(19);
        assertThat(complaint.segment()).isEqualTo(21);
        assertThat(complaint.toString()).doesNotContain("OLSEN", "PETER", "W2003", "19451012");
    }

    private static Arguments professional(String right, String wrong, ComplaintCode code) {
        return Arguments.of(right, wrong, code, PROFESSIONAL);
    }

    private static Arguments institutional(String right, String wrong, ComplaintCode code) {
        return Arguments.of(right, wrong, code, INSTITUTIONAL);
    }

    private static Arguments secondary(String right, String wrong, ComplaintCode code) {
        return Arguments.of(right, wrong, code, SECONDARY);
    }

    private static boolean keepsCount(ComplaintCode code) {
        return !Set.of(SE_SEGMENT_COUNT, DUPLICATE_GROUP, DUPLICATE_TRANSACTION).contains(code);
    }

    /** Puts the right count into the one SE. */
    private static String recount(String text) {
        var from = text.indexOf("ST*");
        var to = text.indexOf("~SE*");
        var count = text.substring(from, to).chars().filter(c -> c == '~').count() + 2;
        return text.replaceFirst("~SE\\*\\d+", "~SE*" + count);
    }

    private static ReceivedFile read(String text) {
        return InterchangeReader.read("RIVERCH", "000000101.837", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Complaint> complaints(String text) {
        return read(text).findings().kept();
    }
}
