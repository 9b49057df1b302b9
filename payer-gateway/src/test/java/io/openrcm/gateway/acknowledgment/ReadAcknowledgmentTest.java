package io.openrcm.gateway.acknowledgment;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RejectionReason.Source;
import io.openrcm.gateway.EventTopics;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.gateway.PayerFiles;
import io.openrcm.gateway.interchange.PrepareInterchange;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ReadAcknowledgmentTest {

    private static final String ALL_TOLD = "QTY*90*1~AMT*YU*125";

    @Inject
    Exchange exchange;

    @Inject
    EventTopics topics;

    @Inject
    PrepareInterchange prepareInterchange;

    @BeforeEach
    void nothingWaits() {
        exchange.transmit();
    }

    @Test
    void anAcceptedClaimIsKnownByThePayersNumber() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);
        var number = claim.content().number().value();

        exchange.answer(PayerFiles.ack277("PR", sent.batch(), ALL_TOLD, PayerFiles.accepted(number, "ICN778")));

        var events = topics.awaitAbout(claim.claim().claimId(), 2);
        assertThat(events.get(1)).isInstanceOfSatisfying(ClaimAccepted.class, accepted -> {
            assertThat(accepted.attemptId()).isEqualTo(claim.attemptId());
            assertThat(accepted.payerClaimNumber()).isEqualTo("ICN778");
        });
        assertThat(exchange.status(claim)).isEqualTo("ACCEPTED");
    }

    @Test
    void theSameAcceptanceInAnotherFileChangesNothing() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);
        var answer = PayerFiles.accepted(claim.content().number().value(), "ICN778");

        exchange.answer(PayerFiles.ack277("PR", sent.batch(), ALL_TOLD, answer));
        var again = exchange.answer(PayerFiles.ack277("PR", sent.batch(), ALL_TOLD, answer));

        assertThat(again.getString("status")).isEqualTo("INTERPRETED");
        assertThat(soFar(claim)).hasExactlyElementsOfTypes(ClaimTransmitted.class, ClaimAccepted.class);
    }

    @Test
    void aRefusalAfterAnAcceptanceIsPassedOn() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);
        var number = claim.content().number().value();

        exchange.answer(PayerFiles.ack277("AY", sent.batch(), ALL_TOLD, PayerFiles.accepted(number, "CH1")));
        exchange.answer(PayerFiles.ack277("PR", sent.batch(), "QTY*AA*1~AMT*YY*125", PayerFiles.rejected(number)));

        var events = topics.awaitAbout(claim.claim().claimId(), 3);
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        ClaimRejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .containsExactly(new RejectionReason(Source.PAYER, "A7", "164", "IL")));
    }

    @Test
    void aRefusedTransactionSetTakesAllItsClaimsDownAndSaysWhichIsToBlame() {
        var guilty = aReleasedClaim().build();
        var innocent = aReleasedClaim().build();
        var sent = exchange.send(guilty, innocent);

        exchange.answer(PayerFiles.ack999(
                sent.group(),
                sent.set(),
                'R',
                "IK3*SV1*30*2400*8",
                "CTX*CLM01:" + guilty.content().number(),
                "IK4*1:2*1339*I8*BAD"));

        assertThat(reasons(guilty))
                .containsExactly(new RejectionReason(Source.SYNTAX, "8", "I8", "segment 30 SV1 loop 2400 element 1-2"));
        assertThat(reasons(innocent))
                .containsExactly(new RejectionReason(Source.SYNTAX, "5", null, "set " + sent.set()));
        assertThat(exchange.status(innocent)).isEqualTo("SYNTAX_REJECTED");
    }

    @Test
    void anAcceptedSetWithErrorsIsNotSentAgain() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);

        exchange.answer(PayerFiles.ack999(sent.group(), sent.set(), 'E', "IK3*NM1*8*2010BB*8"));

        assertThat(exchange.status(claim)).isEqualTo("SYNTAX_ACCEPTED");
        assertThat(soFar(claim)).hasExactlyElementsOfTypes(ClaimTransmitted.class);
    }

    @Test
    void aRefusedEnvelopeRejectsEveryClaimInIt() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);

        exchange.answer(PayerFiles.ta1(sent.interchange(), 'R', "009"));

        assertThat(reasons(claim)).containsExactly(new RejectionReason(Source.ENVELOPE, "009", null, null));
    }

    @Test
    void aDuplicateInterchangeIsProofOfReceiptAndNeverARefusal() {
        var claim = aReleasedClaim().build();
        var sent = exchange.send(claim);

        var received = exchange.answer(PayerFiles.ta1(sent.interchange(), 'R', "025"));

        assertThat(received.getString("sets[0].outcome")).isEqualTo("APPLIED");
        assertThat(exchange.status(claim)).isEqualTo("SENT");
        assertThat(soFar(claim)).hasExactlyElementsOfTypes(ClaimTransmitted.class);
    }

    @Test
    void anAnswerProvesADeliveryThatNobodyConfirmed() {
        var claim = aReleasedClaim().build();
        exchange.release(claim);
        assertThat(prepareInterchange.prepare("RIVERCH")).isPresent();
        var prepared = exchange.sent(claim);

        exchange.answer(PayerFiles.ack277(
                "PR",
                prepared.batch(),
                ALL_TOLD,
                PayerFiles.accepted(claim.content().number().value(), "ICN1")));

        assertThat(topics.awaitAbout(claim.claim().claimId(), 2))
                .hasExactlyElementsOfTypes(ClaimTransmitted.class, ClaimAccepted.class);
        assertThat(exchange.outgoing()).doesNotContain(prepared.file());
    }

    @Test
    void aClaimThatItsBatchsAcknowledgmentPassesOverIsMarkedAsMissing() {
        var told = aReleasedClaim().build();
        var lost = aReleasedClaim().build();
        var sent = exchange.send(told, lost);

        exchange.answer(PayerFiles.ack277(
                "PR",
                sent.batch(),
                ALL_TOLD,
                PayerFiles.accepted(told.content().number().value(), "ICN1")));

        assertThat(exchange.submissions(lost).getBoolean("items[0].missingInAnswer"))
                .isTrue();
        assertThat(exchange.submissions(told).getBoolean("items[0].missingInAnswer"))
                .isFalse();
    }

    @Test
    void anAcknowledgmentOfWhatWeNeverSentChangesNothing() {
        var received = exchange.answer(PayerFiles.ack999("999999999", "0001", 'R'));

        assertThat(received.getString("status")).isEqualTo("INTERPRETED");
        assertThat(received.getString("sets[0].outcome")).isEqualTo("UNRELATED");
    }

    private List<RejectionReason> reasons(ClaimReleased claim) {
        var events = topics.awaitAbout(claim.claim().claimId(), 2);
        return ((ClaimRejected) events.get(1)).reasons();
    }

    /** What has been said about the claim once all that is to be said now has arrived: a marker's events come after it. */
    private List<PayerEvent> soFar(ClaimReleased claim) {
        var marker = aReleasedClaim().build();
        assertThat(exchange.send(marker).file()).exists();
        assertThat(topics.awaitAbout(marker.claim().claimId(), 1)).isNotEmpty();
        return topics.awaitAbout(claim.claim().claimId(), 1);
    }
}
