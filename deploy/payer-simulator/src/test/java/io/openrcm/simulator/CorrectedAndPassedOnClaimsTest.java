package io.openrcm.simulator;

import static io.openrcm.simulator.ClaimFileFixture.professional;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.ClaimFileFixture.ClaimText;
import io.openrcm.simulator.adjudication.Effect;
import io.openrcm.simulator.answers.Balance;
import io.openrcm.simulator.complaints.Complaint;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.ledger.ClaimState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows when a claim comes a second time: again, corrected, voided, or at the next payer. */
class CorrectedAndPassedOnClaimsTest {

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
    void aSecondOriginalIsADuplicateAndDenied() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 102);

        assertThat(codes()).containsExactly(ComplaintCode.DUPLICATE_CLAIM);
        var denial = payers.answers("RIVERCH", "835").getLast();
        assertThat(denial.only("BPR").subList(1, 5)).containsExactly("H", "0", "C", "NON");
        assertThat(denial.all("CAS").getFirst()).containsExactly("CAS", "CO", "18", "125.5");
        assertThat(payers.summary().duplicates()).isEqualTo(1);
        assertThat(payers.account("E0001").money()).isEqualTo(new Effect(14_840, 3_710, 0, 0));
    }

    @Test
    void aClaimPassedOnIsPaidByTheNextPayerThroughItsOwnPartner() throws IOException {
        payers.sendAndSettle(
                "MACJ6", professional().with(new ClaimText("E0001", "MCARE", "51").withSupplement("GRANI")), 101);

        var first = only("MACJ6", "835");
        assertThat(first.only("CLP").subList(2, 6)).containsExactly("19", "185.5", "111.3", "37.1");
        assertThat(first.all("NM1"))
                .contains(List.of("NM1", "TT", "2", "GRANITE SUPPLEMENT", "", "", "", "", "PI", "GRANI"));
        var next = only("RIVERCH", "835");
        assertThat(next.only("CLP").subList(1, 6)).containsExactly("E0001", "2", "185.5", "37.1", "0");
        assertThat(next.all("CAS").getFirst()).containsExactly("CAS", "OA", "23", "100.4");
        assertThat(next.all("NM1").getFirst().getLast()).isEqualTo("GS77801");
        assertThat(Stream.of(first, next).flatMap(it -> Balance.faults(it).stream()))
                .isEmpty();
        assertThat(payers.account("E0001").money()).isEqualTo(new Effect(14_840, 3_710, 0, 0));
        assertThat(payers.summary().awaiting()).isZero();
    }

    @Test
    void aSecondaryClaimIsPaidWhatTheFirstPayerLeftToThePatient() throws IOException {
        payers.sendAndSettle(
                "RIVERCH", professional().with(new ClaimText("E0001", "GRANI", "00").afterFirstPayer("MCARE")), 101);

        assertThat(codes()).isEmpty();
        assertThat(only("RIVERCH", "835").only("CLP").subList(2, 5)).containsExactly("2", "185.5", "52.1");
    }

    @Test
    void aReplacementOfADeniedClaimIsPaidUnderItsOwnNumber() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "22"), 101);
        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.DENIED);

        payers.sendAndSettle("RIVERCH", replacement("7"), 102);

        var paid = payers.answers("RIVERCH", "835").getLast();
        assertThat(paid.only("CLP").subList(1, 5)).containsExactly("E0001", "1", "185.5", "148.4");
        assertThat(payers.account("E0001").money()).isEqualTo(new Effect(14_840, 3_710, 0, 0));
    }

    @Test
    void aReplacementOfAPaidClaimReversesTheFirstPayment() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "11"), 101);
        payers.sendAndSettle("RIVERCH", replacement("7"), 102);

        var both = payers.answers("RIVERCH", "835").getLast();
        assertThat(both.all("CLP").stream().map(it -> it.get(2) + " " + it.get(4)))
                .containsExactly("22 -129.85", "1 148.4");
        assertThat(both.only("BPR").get(2)).isEqualTo("18.55");
        assertThat(Balance.faults(both)).isEmpty();
        assertThat(payers.summary().paidCents()).isEqualTo(14_840);
    }

    @Test
    void aVoidTakesThePaymentBackOutOfTheNextOne() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "00"), 101);
        payers.sendAndSettle("RIVERCH", replacement("8"), 102);
        payers.sendAndSettle(
                "RIVERCH", professional().claim("E0002", "MERID", "00").claim("E0003", "MERID", "00"), 103);

        var reversal = payers.answers("RIVERCH", "835").get(1);
        assertThat(reversal.only("CLP").subList(2, 5)).containsExactly("22", "-185.5", "-148.4");
        assertThat(reversal.only("BPR").get(2)).isEqualTo("0");
        var trace = reversal.only("TRN").get(2);
        assertThat(reversal.only("PLB").subList(3, 5)).containsExactly("FB:" + trace, "-148.4");
        var next = payers.answers("RIVERCH", "835").getLast();
        assertThat(next.only("PLB").subList(3, 5)).containsExactly("FB:" + trace, "148.4");
        assertThat(next.only("BPR").get(2)).isEqualTo("148.4");
        assertThat(Stream.of(reversal, next).flatMap(it -> Balance.faults(it).stream()))
                .isEmpty();
        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.VOIDED);
        assertThat(payers.summary().billedCents()).isEqualTo(37_100);
    }

    @Test
    void aReplacementOfAClaimWeNeverNumberedIsRejected() throws IOException {
        payers.sendAndSettle("RIVERCH", replacement("7"), 102);

        assertThat(codes()).containsExactly(ComplaintCode.REPLACEMENT_REFERENCE);
        assertThat(only("RIVERCH", "277ca").all("STC").getLast().get(1)).isEqualTo("A7:464");
    }

    @Test
    void aClaimSentAgainAfterARejectionIsPaid() throws IOException {
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "31"), 101);
        payers.sendAndSettle("RIVERCH", professional().claim("E0001", "MERID", "31"), 102);

        assertThat(payers.account("E0001").state()).isEqualTo(ClaimState.PAID);
        assertThat(payers.summary().rejected()).isZero();
        assertThat(payers.summary().rejections()).isEqualTo(1);
        assertThat(codes()).isEmpty();
    }

    private static ClaimFileFixture replacement(String frequency) {
        return professional().with(new ClaimText("E0001", "MERID", "22").frequency(frequency, "MERID00000100001"));
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
