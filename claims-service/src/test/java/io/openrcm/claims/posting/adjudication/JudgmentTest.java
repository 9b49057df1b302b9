package io.openrcm.claims.posting.adjudication;

import static io.openrcm.claims.posting.adjudication.RemitFixture.adjustment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.claimOf;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.openrcm.claims.posting.adjudication.RemitFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Money;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgmentTest {

    private static final Judgment JUDGMENT = new Judgment(AdjustmentReasons.standard());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            # adjustments of a line billed 100.00     status           contractual  other  patient  prior  denied
            CO-45:2000,                               PAID,            2000,        0,     0,       0,     0
            CO-45:2000 PR-2:1000,                     PAID,            2000,        0,     1000,    0,     0
            CO-45:2000 CO-253:160,                    PAID,            2160,        0,     0,       0,     0
            CO-45:2000 PR-1:8000,                     PATIENT_RESP,    2000,        0,     8000,    0,     0
            PR-96:10000,                              PATIENT_RESP,    0,           0,     10000,   0,     0
            CO-50:10000,                              DENIED,          0,           0,     0,       0,     10000
            CO-197:10000,                             DENIED,          0,           0,     0,       0,     10000
            CO-45:2000 CO-197:8000,                   DENIED,          2000,        0,     0,       0,     8000
            OA-18:10000,                              DENIED,          0,           0,     0,       0,     10000
            PI-204:10000,                             DENIED,          0,           0,     0,       0,     10000
            CO-97:10000,                              BUNDLED,         10000,       0,     0,       0,     0
            CO-24:10000,                              CAPITATED,       10000,       0,     0,       0,     0
            OA-23:8000,                               PAID,            0,           0,     0,       8000,  0
            OA-23:10000,                              PAID,            0,           0,     0,       10000, 0
            OA-23:8000 PR-2:2000,                     PATIENT_RESP,    0,           0,     2000,    8000,  0
            OA-23:8000 CO-50:2000,                    DENIED,          0,           0,     0,       8000,  2000
            CO-151:4000,                              PARTIALLY_PAID,  0,           0,     0,       0,     4000
            CO-45:2000 CO-50:5000 PR-1:3000,          PARTIALLY_PAID,  2000,        0,     3000,    0,     5000
            CO-9Z9:10000,                             DENIED,          0,           0,     0,       0,     10000
            CO-9Z9:4000,                              PAID,            4000,        0,     0,       0,     0
            OA-9Z9:4000,                              PAID,            0,           4000,  0,       0,     0
            CO-9Z9:4000 PR-1:6000,                    PATIENT_RESP,    4000,        0,     6000,    0,     0
            CO-144:-500,                              PAID,            -500,        0,     0,       0,     0
            OA-94:-500,                               PAID,            0,           -500,  0,       0,     0
            """)
    void everyReasonPutsTheMoneyWhereItBelongs(
            String adjustments,
            LineStatus status,
            long contractual,
            long other,
            long patient,
            long prior,
            long denied) {
        var ours = line("L1", "99283", 10000);

        var judged = judge(claimOf(ours), remitted(answer(ours, adjustments.split(" "))));

        assertThat(judged).singleElement().satisfies(line -> {
            assertThat(line.status()).isEqualTo(status);
            assertThat(line.contractual().cents()).isEqualTo(contractual);
            assertThat(line.other().cents()).isEqualTo(other);
            assertThat(line.moved().cents()).isEqualTo(patient);
            assertThat(line.prior().cents()).isEqualTo(prior);
            assertThat(line.denied().cents()).isEqualTo(denied);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"PROCESSED_AS_PRIMARY", "PROCESSED_AS_SECONDARY", "PATIENT_NOT_RECOGNISED"})
    void whatAPayerCallsItsDecisionNeitherMakesNorHidesADenial(Outcome outcome) {
        var ours = line("L1", "99283", 10000);

        var paid = judge(claimOf(ours), remitted(outcome, List.of(answer(ours, "CO-45:2000"))));
        var denied = judge(claimOf(ours), remitted(outcome, List.of(answer(ours, "CO-16:10000"))));

        assertThat(paid.getFirst().status()).isEqualTo(LineStatus.PAID);
        assertThat(denied.getFirst().status()).isEqualTo(LineStatus.DENIED);
    }

    @Test
    void aDenialOfTheWholeClaimNeedsNoLines() {
        var judged = judge(claimOf(line("L1", "99283", 10000)), whole(10000, 0, "CO-29:10000"));

        assertThat(judged).singleElement().satisfies(line -> {
            assertThat(line.controlNumber()).isEmpty();
            assertThat(line.status()).isEqualTo(LineStatus.DENIED);
            assertThat(line.denied()).isEqualTo(Money.of("100.00"));
        });
    }

    @Test
    void anUnlistedReasonOnThePaidClaimIsNotADenial() {
        var judged = judge(claimOf(line("L1", "99283", 10000)), whole(10000, 7000, "CO-9Z9:3000"));

        assertThat(judged.getFirst().status()).isEqualTo(LineStatus.PAID);
        assertThat(judged.getFirst().contractual()).isEqualTo(Money.of("30.00"));
    }

    @Test
    void oneLineAnsweredInTwoPartsIsJudgedAsOne() {
        var ours = line("L1", "99283", 10000);
        var first = answer("L1", "99283", Money.of("60.00"), Money.of("60.00"), List.of());
        var second = answer("L1", "99283", Money.of("40.00"), Money.ZERO, List.of(adjustment("CO-151:4000")));

        var judged = judge(claimOf(ours), remitted(first, second));

        assertThat(judged).singleElement().satisfies(line -> {
            assertThat(line.status()).isEqualTo(LineStatus.PARTIALLY_PAID);
            assertThat(line.paid()).isEqualTo(Money.of("60.00"));
            assertThat(line.denied()).isEqualTo(Money.of("40.00"));
        });
    }

    @Test
    void aLineThatThePayerAddedBelongsToTheClaimAsAWhole() {
        var ours = line("L1", "99283", 10000);
        var added = answer(null, "G0001", Money.ZERO, Money.of("-5.00"), List.of(adjustment("CO-144:500")));

        var judged = judge(claimOf(ours), remitted(answer(ours), added));

        assertThat(judged).hasSize(2);
        assertThat(judged.getLast().controlNumber()).isEmpty();
        assertThat(judged.getLast().paid()).isEqualTo(Money.of("-5.00"));
    }

    @Test
    void aClaimSentOnToTheNextPayerIsOwedByThatPayerAndNotDenied() {
        var ours = line("L1", "99283", 10000);
        var theirs = remitted(Outcome.FORWARDED_ONLY, List.of(answer(ours, "CO-109:10000")));

        var sentOn = JUDGMENT.of(claimOf(ours), theirs, true);
        var nowhereToGo = JUDGMENT.of(claimOf(ours), theirs, false);

        assertThat(sentOn.getFirst().status()).isEqualTo(LineStatus.FORWARDED);
        assertThat(sentOn.getFirst().moved()).isEqualTo(Money.of("100.00"));
        assertThat(nowhereToGo.getFirst().status()).isEqualTo(LineStatus.DENIED);
    }

    private static List<LineAdjudication> judge(BilledClaim ours, RemittedClaim theirs) {
        return JUDGMENT.of(ours, theirs, false);
    }
}
