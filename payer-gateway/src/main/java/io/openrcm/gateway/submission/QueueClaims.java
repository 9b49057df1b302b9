package io.openrcm.gateway.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.AttemptId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.payer.PayerEvent.TransmissionRefused;
import io.openrcm.gateway.exchange.ClaimExchange;
import io.openrcm.gateway.exchange.ClaimExchanges;
import io.openrcm.gateway.payer.PayerProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts released claims into the queue of their trading partner, or refuses them aloud. A claim that was released before is left alone. */
@ApplicationScoped
public class QueueClaims {

    private final Submissions submissions;
    private final ClaimExchanges exchanges;
    private final PayerProfiles payers;
    private final Outbox outbox;
    private final Clock clock;
    private final ObjectMapper json = EventCodec.standard().mapper();

    QueueClaims(Submissions submissions, ClaimExchanges exchanges, PayerProfiles payers, Outbox outbox, Clock clock) {
        this.submissions = submissions;
        this.exchanges = exchanges;
        this.payers = payers;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void queue(List<ReleasedClaim> released) {
        if (released.isEmpty()) {
            return;
        }
        var events = released.stream().map(ReleasedClaim::event).toList();
        var known = exchanges.locked(
                events.stream().map(ClaimReleased::aggregateId).distinct().toList());
        var seen = submissions.existing(
                events.stream().map(event -> event.attemptId().value()).toList());
        var profiles = payers.known(events.stream()
                .map(event -> event.content().destination().payer())
                .toList());
        var owners = exchanges.ownersOf(
                events.stream().map(event -> event.content().number().value()).toList());
        for (var claim : released) {
            var event = claim.event();
            if (seen.add(event.attemptId().value())) {
                requireOwnNumber(event, owners);
                requireOwnAttempt(event);
                var exchange = known.computeIfAbsent(event.aggregateId(), _ -> open(claim));
                requireOwnFacility(claim, exchange);
                var payer = event.content().destination().payer();
                exchange.sendTo(payer);
                if (exchange.comesUnderPart2(event.claim())) {
                    submissions.putUnderPart2(event.aggregateId());
                }
                queue(claim, exchange, Routing.of(event.content(), profiles.get(payer)));
            }
        }
    }

    private void queue(ReleasedClaim claim, ClaimExchange exchange, Routing routing) {
        var event = claim.event();
        var submission = new Submission(event, clock.instant());
        switch (routing) {
            case Routing.Through(var partner) -> submission.routeThrough(partner);
            case Routing.Refused(var refusal, var detail) -> {
                submission.refuse(refusal);
                outbox.record(
                        claim.cause(),
                        exchange,
                        new TransmissionRefused(exchange.claimId(), event.attemptId(), refusal, detail));
            }
        }
        submissions.persist(submission);
        submissions.keepContent(submission, bytes(event.content()));
    }

    private ClaimExchange open(ReleasedClaim claim) {
        var exchange = new ClaimExchange(claim.event().claim(), claim.cause().correlationId());
        exchanges.persist(exchange);
        return exchange;
    }

    private static void requireOwnFacility(ReleasedClaim claim, ClaimExchange exchange) {
        claim.message().requireFacility(claim.event().claim().facility());
        claim.message().requireFacility(exchange.facility());
    }

    /** Two claims under one number could not be told apart in any answer. */
    private static void requireOwnNumber(ClaimReleased event, Map<String, UUID> owners) {
        var number = event.content().number();
        var owner = owners.putIfAbsent(number.value(), event.aggregateId());
        boolean isAnothers = owner != null && !owner.equals(event.aggregateId());
        if (isAnothers || !number.equals(event.claim().number())) {
            throw new IllegalStateException("the claim number belongs to another claim");
        }
    }

    /** Sent under the id of another claim's next sending it would keep that one from being sent. */
    private static void requireOwnAttempt(ClaimReleased event) {
        if (!event.attemptId().equals(AttemptId.of(event.claim().claimId(), event.attempt()))) {
            throw new IllegalStateException("the attempt id belongs to another sending");
        }
    }

    private byte[] bytes(ClaimContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException unwritable) {
            // Its message may repeat the claim, so it goes no further.
            throw new IllegalStateException("a released claim does not write as JSON");
        }
    }
}
