package io.openrcm.gateway.x12;

import static io.openrcm.gateway.x12.PartnerFile.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.x12.Interchange.Finding;
import io.openrcm.gateway.x12.Interchange.Mismatch;
import io.openrcm.gateway.x12.acknowledgment.AcknowledgmentFixture;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.remittance.RemittanceFixture;
import io.openrcm.gateway.x12.syntax.Limits;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.SyntaxFault;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X12FilesTest {

    private static final String REMITTANCE = PartnerFile.remittance(RemittanceFixture.sound());

    @Test
    void theEnvelopeTellsWhoSentWhatToWhom() {
        Interchange interchange = PartnerFile.read(REMITTANCE);

        assertThat(interchange.sender()).isEqualTo(new Interchange.PartyId("ZZ", "RIVERCH"));
        assertThat(interchange.receiver()).isEqualTo(new Interchange.PartyId("ZZ", "LAKESIDE"));
        assertThat(interchange.controlNumber()).isEqualTo("000000905");
        assertThat(interchange.preparedAt()).isEqualTo("2611240705");
        assertThat(interchange.test()).isTrue();
        assertThat(interchange.findings()).isEmpty();
        assertThat(PartnerFile.read(REMITTANCE.replace("*T*:~", "*P*:~")).test())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n   ", "\t\n"})
    void lineBreaksAndIndentationBetweenSegmentsDoNotMatter(String between) {
        String broken = between + REMITTANCE.replace("~", "~" + between);

        assertThat(PartnerFile.read(broken).answers())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*at")
                .isEqualTo(PartnerFile.read(REMITTANCE).answers());
    }

    @Test
    void aByteOrderMarkAndHostPaddingDoNotMatter() {
        assertThat(PartnerFile.read("\uFEFF" + REMITTANCE + "\u001A\0\0").answers())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|>!\n", "*:^\u001D", "+<\\'", "\u001D\u001F\u001E\u001C", "\t|^\r"})
    void theSenderChoosesTheDelimiters(String delimiters) {
        String file = REMITTANCE
                .replace(' ', '\u0001')
                .replace('*', delimiters.charAt(0))
                .replace(':', delimiters.charAt(1))
                .replace('^', delimiters.charAt(2))
                .replace('~', delimiters.charAt(3))
                .replace('\u0001', ' ');

        assertThat(PartnerFile.read(file).answers())
                .isEqualTo(PartnerFile.read(REMITTANCE).answers());
    }

    @Test
    void aFileMayHoldSeveralInterchangesWithDelimitersOfTheirOwn() {
        X12File file = X12Files.read(bytes(REMITTANCE + "\n" + REMITTANCE.replace('*', '|')));

        assertThat(file)
                .isInstanceOfSatisfying(
                        X12File.Read.class,
                        read -> assertThat(read.interchanges())
                                .hasSize(2)
                                .allSatisfy(interchange ->
                                        assertThat(interchange.answers()).hasSize(1)));
    }

    @Test
    void trailersThatDisagreeAreFindings() {
        String file = REMITTANCE
                .replaceFirst("SE\\*\\d+\\*0001", "SE*3*0002")
                .replace("GE*1*41", "GE*2*42")
                .replace("IEA*1*000000905", "IEA*2*000000906");

        assertThat(PartnerFile.read(file).findings())
                .extracting(Finding::mismatch)
                .containsExactly(
                        Mismatch.SEGMENT_COUNT,
                        Mismatch.TRANSACTION_CONTROL_NUMBER,
                        Mismatch.TRANSACTION_COUNT,
                        Mismatch.GROUP_CONTROL_NUMBER,
                        Mismatch.GROUP_COUNT,
                        Mismatch.INTERCHANGE_CONTROL_NUMBER);
    }

    @Test
    void anInterchangeAcknowledgmentStandsAloneInItsInterchange() {
        Interchange interchange = PartnerFile.read(PartnerFile.interchange(
                "TA1*000000101*261123*0930*A*000~TA1*000000102*261123*0930*R*025~TA1*000000103*261123*0930*Q*000~"));

        assertThat(interchange.answers())
                .containsExactly(
                        new InterchangeAck(new Position(106, 2), "000000101", Verdict.ACCEPTED, "000"),
                        new InterchangeAck(new Position(138, 3), "000000102", Verdict.REJECTED, "025"),
                        new Unreadable(
                                "TA1",
                                "000000103",
                                new Position(170, 4),
                                "TA1",
                                new Position(170, 4),
                                ValueFault.UNKNOWN_CODE));
    }

    @Test
    void otherVersionsAndKindsAreRefusedPolitely() {
        String old = REMITTANCE.replace("005010X221A1", "004010X091A1");
        String eligibility = PartnerFile.interchange(
                PartnerFile.group("HB", "005010X279A1", PartnerFile.transaction("271", null, "BHT*0022*11")));

        assertThat(PartnerFile.readOne(Unsupported.class, old).header().guide()).isEqualTo("004010X091A1");
        assertThat(PartnerFile.readOne(Unsupported.class, eligibility).header().transaction())
                .isEqualTo("271");
    }

    @Test
    void aSpoiltTransactionSetSpoilsNoOther() {
        String sets =
                PartnerFile.transaction("835", null, RemittanceFixture.sound().replace("*225*", "*22S*"))
                        + PartnerFile.transaction("835", null, RemittanceFixture.sound());

        Interchange interchange =
                PartnerFile.read(PartnerFile.interchange(PartnerFile.group("HP", "005010X221", sets)));

        assertThat(interchange.answers()).hasSize(2);
        assertThat(interchange.answers().getFirst()).isInstanceOf(Unreadable.class);
        assertThat(interchange.answers().getLast()).isInstanceOf(RemittanceAdvice.class);
    }

    @Test
    void differentGroupsMayTravelTogether() {
        String both =
                PartnerFile.group("HP", "005010X221A1", PartnerFile.transaction("835", null, RemittanceFixture.sound()))
                        + PartnerFile.group(
                                "FA",
                                "005010X231A1",
                                PartnerFile.transaction("999", "005010X231A1", AcknowledgmentFixture.PARTLY_ACCEPTED));

        assertThat(PartnerFile.read(PartnerFile.interchange(both)).answers())
                .hasExactlyElementsOfTypes(RemittanceAdvice.class, ImplementationAck.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "I", "ISA*00*", "\uFEFFIS"})
    void aFileThatHasHardlyBegunIsIncomplete(String file) {
        assertThat(X12Files.read(bytes(file))).isInstanceOf(X12File.Incomplete.class);
    }

    @Test
    void aFileWithoutItsTrailerIsIncomplete() {
        assertThat(X12Files.read(bytes(REMITTANCE.replace("IEA*1*000000905~", ""))))
                .isInstanceOf(X12File.Incomplete.class);
        assertThat(X12Files.read(bytes(REMITTANCE + REMITTANCE.substring(0, 300))))
                .isInstanceOf(X12File.Incomplete.class);
    }

    @Test
    void whatIsNotX12IsBroken() {
        assertBroken("<?xml version='1.0'?>", SyntaxFault.NOT_X12, 0);
        assertBroken(REMITTANCE + "x", SyntaxFault.NOT_X12, REMITTANCE.length());
        assertBroken(REMITTANCE.replaceFirst("RIVERCH ", "RIVERCH"), SyntaxFault.HEADER_NOT_FIXED_WIDTH, 0);
        assertBroken(REMITTANCE.replaceFirst("\\*:~", "*~~"), SyntaxFault.DELIMITERS_UNUSABLE, 0);
        assertBroken(REMITTANCE.replaceFirst("\\*:~", "*A~"), SyntaxFault.DELIMITERS_UNUSABLE, 0);
    }

    @Test
    void damagedSegmentsBreakTheFile() {
        assertBroken(REMITTANCE.replace("BPR*I", "bpr*I"), SyntaxFault.SEGMENT_NAME, REMITTANCE.indexOf("BPR*"));
        assertBroken(REMITTANCE.replace("BPR*I", "BPRX*I"), SyntaxFault.SEGMENT_NAME, REMITTANCE.indexOf("BPR*"));
        assertBroken(
                REMITTANCE.replace("N3*1 PLAZA", "N3*1\0PLAZA"),
                SyntaxFault.CONTROL_CHARACTER,
                REMITTANCE.indexOf("N3*1 "));
        assertBroken(
                REMITTANCE.replace("N3*1 PLAZA", "N3*" + "*".repeat(200)),
                SyntaxFault.TOO_MANY_ELEMENTS,
                REMITTANCE.indexOf("N3*1 "));
        assertBroken(
                REMITTANCE.replace("N3*1 PLAZA", "N3*" + "A".repeat(20_000)),
                SyntaxFault.SEGMENT_TOO_LONG,
                REMITTANCE.indexOf("N3*1 "));
    }

    @Test
    void headersAndTrailersMustNest() {
        assertBroken(REMITTANCE.replaceFirst("SE\\*\\d+\\*0001~", ""), SyntaxFault.TRAILER_MISSING, -1);
        assertBroken(REMITTANCE.replace("GE*1*41~", ""), SyntaxFault.TRAILER_MISSING, -1);
        assertBroken(REMITTANCE.replace("IEA*1*000000905~", "") + REMITTANCE, SyntaxFault.TRAILER_MISSING, -1);
        assertBroken(REMITTANCE.replaceFirst("GS\\*[^~]*~", ""), SyntaxFault.OUT_OF_PLACE, 106);
        assertBroken(REMITTANCE.replace("ST*835*0001~", ""), SyntaxFault.OUT_OF_PLACE, -1);
    }

    @Test
    void aFileBeyondTheLimitIsNotRead() {
        Limits small = new Limits(1000, 500, 50);

        assertThat(X12Files.read(new byte[1001], small))
                .isEqualTo(new X12File.Broken(new Position(1000, 0), SyntaxFault.FILE_TOO_LARGE));
    }

    @Test
    void textsMayBeUtf8() {
        String file = PartnerFile.remittance(RemittanceFixture.sound().replace("MERIDIAN HEALTH PLAN", "SANTÉ"));

        assertThat(PartnerFile.readOne(RemittanceAdvice.class, file).payerName())
                .isEqualTo("SANTÉ");
        assertThat(X12Files.read(file.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(X12File.Read.class);
    }

    private static void assertBroken(String file, SyntaxFault fault, int offset) {
        assertThat(X12Files.read(bytes(file))).isInstanceOfSatisfying(X12File.Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(fault);
            if (offset >= 0) {
                assertThat(broken.at().byteOffset()).isEqualTo(offset);
            }
        });
    }
}
