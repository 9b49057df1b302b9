package io.openrcm.simulator;

import static io.openrcm.simulator.ClaimFileFixture.institutional;
import static io.openrcm.simulator.ClaimFileFixture.professional;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.answers.Balance;
import io.openrcm.simulator.complaints.Complaint;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.ledger.ClaimState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeOfAClaimFileTest {

    @TempDir
    Path folder;

    private PayersFixture payers;

    @BeforeEach
    void start() throws IOException {
        payers = new PayersFixture(folder);
    }

    @AfterEach
    void stop() throws IOException {
        payers.close();
    }

    @Test
    void aGoodFileIsAcknowledgedAcceptedAndPaid() throws IOException {
        payers.sendAndSettle("RIVERCH", institutional().claim("A0001", "MERID", "00"), 101);

        assertThat(payers.names("RIVERCH", "ta1")).isEmpty();
        var syntax = only("RIVERCH", "999");
        assertThat(syntax.only("AK1")).containsExactly("AK1", "HC", "101", "005010X223A2");
        assertThat(syntax.only("AK2")).containsExactly("AK2", "837", "0001", "005010X223A2");
        assertThat(syntax.only("IK5")).containsExactly("IK5", "A");
        assertThat(syntax.only("AK9")).containsExactly("AK9", "A", "1", "1", "1");
        var accepted = only("RIVERCH", "277ca");
        assertThat(accepted.all("TRN")).contains(List.of("TRN", "2", "BATCH000101"), List.of("TRN", "2", "A0001"));
        assertThat(accepted.all("QTY")).containsExactly(List.of("QTY", "90", "1"));
        assertThat(accepted.all("AMT")).containsExactly(List.of("AMT", "YU", "185.5"));
        assertThat(accepted.all("STC").getLast()).containsExactly("STC", "A2:20:PR", "20261123", "WQ", "185.5");
        var paid = only("RIVERCH", "835");
        assertThat(paid.only("CLP"))
                .containsExactly("CLP", "A0001", "1", "185.5", "148.4", "0", "12", "MERID00000100001", "11", "1");
        assertThat(accepted.all("REF"))
                .containsExactly(List.of("REF", "1K", "MERID00000100001"), List.of("REF", "BLT", "111"));
        assertThat(paid.all("SVC"))
                .containsExactly(
                        List.of("SVC", "NU:0120", "125.5", "100.4", "", "4"),
                        List.of("SVC", "HC:33533", "60", "48", "0360", "1"));
        assertThat(paid.all("REF")).contains(List.of("REF", "6R", "L1"), List.of("REF", "6R", "L2"));
        assertThat(Balance.faults(paid)).isEmpty();
        assertThat(payers.account("A0001").state()).isEqualTo(ClaimState.PAID);
        assertThat(payers.summary().complaints()).isZero();
    }

    @Test
    void theAnswersComeFromThePartnerToUsUnderNumbersNeverUsedTwice() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.sendAndSettle("RIVERCH", professional().claim("E0002", "MERID", "00"), 102);

        var headers = payers.answers("RIVERCH", ".edi").stream()
                .map(it -> it.only("ISA"))
                .toList();
        assertThat(headers).hasSize(6);
        assertThat(headers).allMatch(isa -> String.join("*", isa).length() == 105);
        assertThat(headers)
                .allMatch(isa -> isa.get(6).strip().equals("RIVERCH")
                        && isa.get(8).strip().equals("LAKESIDE"));
        assertThat(headers.stream().map(isa -> isa.get(13))).doesNotHaveDuplicates();
    }

    @Test
    void aTa1IsSentWhenAskedFor() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().askingForTa1().claim("E0001", "MERID", "00"), 101);
        assertThat(only("RIVERCH", "ta1").only("TA1"))
                .containsExactly("TA1", "000000101", "261123", "0930", "A", "000");
    }

    @Test
    void aRepeatedInterchangeNumberIsRefusedAndNothingIsPaidTwice() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);

        assertThat(only("RIVERCH", "ta1").only("TA1").subList(4, 6)).containsExactly("R", "025");
        assertThat(payers.names("RIVERCH", "835")).hasSize(1);
        assertThat(codes()).containsExactly(ComplaintCode.DUPLICATE_INTERCHANGE);
        assertThat(payers.summary().paidCents()).isEqualTo(14_840);
        assertThat(payers.exchange().resolve("RIVERCH", "outbox", "taken", "000000101.837.2"))
                .exists();
    }

    @Test
    void oneClaimRejectedAtThe999TakesItsWholeTransactionWithIt() throws IOException {
        payers.sendAndSettle(
                "RIVERCH", professional().claim("E0001", "MERID", "00").claim("E0002", "MERID", "31"), 101);

        var syntax = only("RIVERCH", "999");
        assertThat(syntax.only("CTX")).containsExactly("CTX", "CLM01:E0002");
        assertThat(syntax.only("IK5")).containsExactly("IK5", "R", "5");
        assertThat(syntax.only("AK9")).containsExactly("AK9", "R", "1", "1", "0");
        assertThat(payers.names("RIVERCH", "277ca")).isEmpty();
        assertThat(payers.summary().rejected()).isEqualTo(2);
    }

    @Test
    void aRejectionAtThe277caLeavesTheOtherClaimsAccepted() throws IOException {
        payers.sendAndSettle(
                "RIVERCH", professional().claim("E0001", "MERID", "00").claim("E0002", "MERID", "32"), 101);

        var answer = only("RIVERCH", "277ca");
        assertThat(answer.all("QTY")).containsExactly(List.of("QTY", "90", "1"), List.of("QTY", "AA", "1"));
        assertThat(answer.all("AMT")).containsExactly(List.of("AMT", "YU", "185.5"), List.of("AMT", "YY", "185.5"));
        assertThat(answer.all("STC").getLast().subList(1, 4)).containsExactly("A7:164:IL", "20261123", "U");
        assertThat(only("RIVERCH", "835").all("CLP")).hasSize(1);
    }

    @Test
    void aMistakeInOneClaimRejectsThatClaimOnly() throws IOException {
        var text = professional()
                .claim("E0001", "MERID", "00")
                .claim("E0002", "MERID", "00")
                .text();
        payers.send(
                "RIVERCH",
                "1.837",
                text.replace("CLM*E0002*185.5*", "CLM*E0002*180*").getBytes(StandardCharsets.US_ASCII));
        payers.settle();

        assertThat(only("RIVERCH", "999").only("IK5")).containsExactly("IK5", "A");
        assertThat(only("RIVERCH", "277ca").all("STC").getLast().subList(1, 4))
                .containsExactly("A7:178", "20261123", "U");
        assertThat(payers.account("E0002").state()).isEqualTo(ClaimState.REJECTED);
        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.PAID);
    }

    @Test
    void aMistakeOfFormOnlyIsAcceptedWithErrors() throws IOException {
        var text = professional().claim("E0001", "MERID", "00").text();
        payers.send("RIVERCH", "1.837", text.replace("*60*UN", "*60.00*UN").getBytes(StandardCharsets.US_ASCII));
        payers.settle();

        var syntax = only("RIVERCH", "999");
        assertThat(syntax.only("IK3").subList(1, 5)).containsExactly("SV1", "28", "2400", "8");
        assertThat(syntax.only("IK4")).containsExactly("IK4", "2", "", "6");
        assertThat(syntax.only("IK5")).containsExactly("IK5", "E", "5");
        assertThat(syntax.only("AK9")).containsExactly("AK9", "E", "1", "1", "1");
        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.PAID);
    }

    @Test
    void aSilentPayerAcceptsAndNeverPays() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "42"), 101);
        payers.pass(Duration.ofDays(2));

        assertThat(only("RIVERCH", "277ca").all("QTY")).containsExactly(List.of("QTY", "90", "1"));
        assertThat(payers.names("RIVERCH", "835")).isEmpty();
        assertThat(payers.summary().silent()).isEqualTo(1);
        assertThat(payers.summary().openCents()).isEqualTo(18_550);
    }

    @Test
    void aPendedClaimIsPaidAfterFourSecondsAndALateOneAfterFifteen() throws IOException {
        payers.sendAndSettle(
                "RIVERCH", professional().claim("E0001", "MERID", "41").claim("E0002", "MERID", "44"), 101);
        assertThat(payers.names("RIVERCH", "835")).isEmpty();

        payers.pass(Duration.ofSeconds(4));
        assertThat(only("RIVERCH", "835").only("CLP").get(1)).isEqualTo("E0001");

        payers.pass(Duration.ofSeconds(11));
        assertThat(payers.answers("RIVERCH", "835").getLast().only("CLP").get(1))
                .isEqualTo("E0002");
    }

    @Test
    void aDoubledRemittanceComesTwiceByteForByteAndIsBookedOnce() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "43"), 101);

        var names = payers.names("RIVERCH", "835");
        assertThat(names).hasSize(2);
        var inbox = payers.exchange().resolve("RIVERCH", "inbox");
        assertThat(inbox.resolve(names.getFirst())).hasSameBinaryContentAs(inbox.resolve(names.getLast()));
        assertThat(payers.summary().paidCents()).isEqualTo(14_840);
    }

    @Test
    void moneyOfAnUnbalancedRemittanceDoesNotCount() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "45"), 101);

        assertThat(Balance.faults(only("RIVERCH", "835"))).isNotEmpty();
        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.UNBALANCED);
        assertThat(payers.summary().openCents()).isEqualTo(18_550);
    }

    @Test
    void aPayerBehindAnotherPartnerIsComplainedOf() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MCARE", "00"), 101);
        assertThat(codes()).containsExactly(ComplaintCode.WRONG_PARTNER);
    }

    @Test
    void aFileStillBeingWrittenIsLeftAlone() throws IOException {
        payers.send("RIVERCH", ".000000101.837.tmp", new byte[] {'I'});
        payers.send("RIVERCH", "000000101.837.part", new byte[] {'I'});
        payers.settle();
        assertThat(payers.summary().files()).isZero();
    }

    @Test
    void fiveHundredClaimsAPaymentAndEachPaymentBalances() throws IOException {
        var file = professional();
        for (var at = 0; at < 1_100; at++) {
            file.claim("E%05d".formatted(at), "MERID", "00");
        }
        payers.sendAndSettle("RIVERCH", file, 101);

        var paid = only("RIVERCH", "835");
        assertThat(paid.parts("ST").stream().map(it -> it.all("CLP").size())).containsExactly(500, 500, 100);
        assertThat(paid.all("TRN").stream().map(it -> it.get(2))).doesNotHaveDuplicates();
        assertThat(Balance.faults(paid)).isEmpty();
    }

    @Test
    void aBacklogOfFilesDoesNotHoldUpPayments() throws IOException {
        for (var control = 1; control <= 9; control++) {
            payers.send("RIVERCH", professional().claim("E" + control, "MERID", "00"), control);
        }

        payers.pass(Simulator.PAYMENT_INTERVAL);

        assertThat(payers.summary().files()).isLessThan(9);
        assertThat(payers.names("RIVERCH", "835")).hasSize(1);
    }

    @Test
    void noAnswerNameIsLeftHidden() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        try (var files = Files.list(payers.exchange().resolve("RIVERCH", "inbox"))) {
            assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.startsWith("."));
        }
    }

    private io.openrcm.simulator.answers.AnswerText only(String partner, String kind) throws IOException {
        var answers = payers.answers(partner, kind);
        assertThat(answers).as(kind).hasSize(1);
        return answers.getFirst();
    }

    private List<ComplaintCode> codes() {
        return payers.ledger().complaints().stream().map(Complaint::code).toList();
    }
}
