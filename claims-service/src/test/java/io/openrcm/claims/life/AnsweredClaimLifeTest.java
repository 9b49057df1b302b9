package io.openrcm.claims.life;

import static io.openrcm.claims.life.Life.aVisit;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.claims.FixedClock;
import io.openrcm.claims.ledger.Tables;
import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimEvent.ClaimSubmitted;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithRealServers
class AnsweredClaimLifeTest {

    @Inject
    OtherServices others;

    @Inject
    Life life;

    @Inject
    Tables tables;

    @Test
    void aSubmittedClaimIsOpenWithItsPayerUntilTheAnswerIsDue() {
        var claim = life.submitted(aVisit());

        assertThat(others.last(claim, ClaimSubmitted.class).answerDueOn()).isEqualTo("2026-12-23");
        life.get(claim)
                .body("summary.money.billed", equalTo("1200.50"))
                .body("summary.money.open", equalTo("1200.50"))
                .body("attempts[0].interchange", equalTo("000000001"));
    }

    @Test
    void aRejectedClaimGoesOutCorrectedAsAnOriginalUnderItsNumber() {
        var claim = life.submitted(aVisit());
        life.reject(claim, 1);
        assertThat(others.hear(claim, 3)).endsWith("ClaimRejectedByPayer");
        life.get(claim).body("summary.label", equalTo("REJECTED"));

        life.requestCorrection(claim, "/coverages/0/memberId", "\"MER44000001\"");

        assertThat(others.hear(claim, 4)).endsWith("ClaimReleased");
        var again = others.last(claim, ClaimReleased.class);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.content().frequency()).isEqualTo(Frequency.ORIGINAL);
        assertThat(again.content().number()).isEqualTo(Life.number(claim));
        assertThat(again.content().version()).isEqualTo(2);
        life.get(claim).body("summary.label", equalTo("SENT")).body("versions", hasSize(2));
    }

    @Test
    void aCorrectionThatCannotBeMadeHoldsTheRejectedClaim() {
        var claim = life.submitted(aVisit());
        life.reject(claim, 1);
        assertThat(others.hear(claim, 3)).endsWith("ClaimRejectedByPayer");

        life.requestCorrection(claim, "/providers/0/npi", "\"1999999019\"");

        assertThat(others.hear(claim, 4)).endsWith("ClaimHeld");
        assertThat(others.last(claim, ClaimHeld.class).reasons().getFirst().editId())
                .isEqualTo("CR-NPI_CHECK_DIGIT");
    }

    @Test
    void aDeniedClaimIsReplacedAsAWholeUnderThePayersNumber() {
        var claim = life.submitted(aVisit());
        life.deny(claim, "ICN4711");
        assertThat(others.hear(claim, 3)).endsWith("ClaimDenied");
        life.get(claim).body("summary.label", equalTo("DENIED"));

        life.requestCorrection(claim, "/lines/0/modifiers", "[\"25\"]");

        assertThat(others.hear(claim, 4)).endsWith("ClaimReleased");
        var replacement = others.last(claim, ClaimReleased.class).content();
        assertThat(replacement.frequency()).isEqualTo(Frequency.REPLACEMENT);
        assertThat(replacement.typeOfBill()).isEqualTo("137");
        assertThat(replacement.payerClaimNumber()).isEqualTo("ICN4711");
        assertThat(replacement.lines()).hasSize(2);
        life.get(claim).body("summary.label", equalTo("SENT")).body("summary.money.open", equalTo("1200.50"));
    }

    @Test
    void aReplacementOfAClaimWhosePayerNumberIsUnknownIsHeldUntilItIsTypedIn() {
        var claim = life.submitted(aVisit());
        life.deny(claim, null);
        assertThat(others.hear(claim, 3)).endsWith("ClaimDenied");

        life.requestCorrection(claim, "/lines/0/modifiers", "[\"25\"]");

        assertThat(others.hear(claim, 4)).endsWith("ClaimHeld");
        assertThat(others.last(claim, ClaimHeld.class).reasons().getFirst().editId())
                .isEqualTo("CE-073");
        life.correct(claim, "/payerClaimNumber", "\"ICN4712\"").statusCode(200).body("summary.label", equalTo("SENT"));
    }

    @Test
    void whileAPayerHasTheClaimNothingIsCorrected() {
        var claim = life.submitted(aVisit());

        life.correct(claim, "/coverages/0/memberId", "\"MER44000002\"")
                .statusCode(409)
                .body("code", equalTo("CLAIM_NOT_CORRECTABLE"));
        life.requestCorrection(claim, "/coverages/0/memberId", "\"MER44000002\"");

        await().atMost(20, SECONDS)
                .untilAsserted(() -> life.get(claim).body("timeline.what", hasItem("CorrectionRefused")));
        life.get(claim).body("versions", hasSize(1));
    }

    @Test
    void whatComesOutOfOrderIsNotedAndChangesNothing() {
        var claim = life.submitted(aVisit());
        life.reject(claim, 1);
        others.say("payer-events", new ClaimAccepted(claim, Life.attempt(claim, 1), "ICN-LATE", FixedClock.NOW));
        others.say(
                "payer-events",
                new ClaimRejected(claim, new AttemptId(UUID.randomUUID()), Life.REASONS, FixedClock.NOW));

        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> life.get(claim).body("timeline.what", hasItems("AcceptanceIgnored", "RejectionIgnored")));
        life.get(claim).body("summary.label", equalTo("REJECTED"));
        assertThat(others.hear(claim, 3)).containsExactly("ClaimReleased", "ClaimSubmitted", "ClaimRejectedByPayer");
    }

    @Test
    void aRejectionAfterTheDecisionIsOnlyNoted() {
        var claim = life.submitted(aVisit());
        life.deny(claim, "ICN4713");
        life.reject(claim, 1);

        await().atMost(20, SECONDS)
                .untilAsserted(() -> life.get(claim).body("timeline.what", hasItem("RejectionIgnored")));
        life.get(claim).body("summary.label", equalTo("DENIED"));
    }

    @Test
    void aPayerMayRejectWhatItsClearinghouseAccepted() {
        var claim = life.submitted(aVisit());
        others.say("payer-events", new ClaimAccepted(claim, Life.attempt(claim, 1), null, FixedClock.NOW));
        life.reject(claim, 1);

        assertThat(others.hear(claim, 4)).endsWith("ClaimAcceptedByPayer", "ClaimRejectedByPayer");
        life.get(claim).body("summary.label", equalTo("REJECTED"));
    }

    @Test
    void anAnswerInTheNameOfAnotherFacilityIsSetAsideAndMovesNoMoney() {
        var claim = life.submitted(aVisit());

        others.sayFor("HARBOR", "payer-events", life.denial(claim, "ICN4715"));

        await().atMost(20, SECONDS)
                .until(() ->
                        tables.number("select count(*) from parked_message where aggregate_id = '" + claim + "'") == 1);
        assertThat(tables.number(
                        "select count(*) from remitted_claim where claim_number = '" + Life.number(claim) + "'"))
                .isZero();
        life.get(claim).body("summary.label", equalTo("SENT")).body("summary.money.open", equalTo("1200.50"));
    }

    @Test
    void anAppealContestsADecisionAndNothingElse() {
        var undecided = life.submitted(aVisit());
        var denied = life.submitted(aVisit());
        life.deny(denied, "ICN4714");

        others.say("followup-events", appeal(undecided));
        assertThat(others.hear(denied, 3)).endsWith("ClaimDenied");
        others.say("followup-events", appeal(denied));

        assertThat(others.hear(denied, 4)).endsWith("ClaimAppealed");
        life.get(denied).body("summary.label", equalTo("IN_APPEAL"));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> life.get(undecided).body("timeline.what", hasItem("AppealNotRecorded")));
    }

    private static AppealFiled appeal(ClaimId claim) {
        return new AppealFiled(claim, UUID.randomUUID(), 1, LocalDate.of(2026, 11, 20), "biller");
    }
}
