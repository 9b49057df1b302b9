package io.openrcm.gateway.acknowledgment;

import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.gateway.acknowledgment.ClaimNews.Acceptance;
import io.openrcm.gateway.acknowledgment.ClaimNews.Rejection;
import io.openrcm.gateway.exchange.ClaimExchanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Says of each claim what an acknowledgment made of it. All claims are locked at once, so that no two batches wait for each other. */
@ApplicationScoped
class TellClaims {

    private final ClaimExchanges exchanges;
    private final Outbox outbox;

    TellClaims(ClaimExchanges exchanges, Outbox outbox) {
        this.exchanges = exchanges;
        this.outbox = outbox;
    }

    void tell(Origin origin, List<? extends ClaimNews> news) {
        if (news.isEmpty()) {
            return;
        }
        var locked = exchanges.locked(
                news.stream().map(one -> one.submission().claimId().value()).toList());
        for (var one : news) {
            var exchange = Objects.requireNonNull(
                    locked.get(one.submission().claimId().value()), "a sent claim has its exchange");
            if (one instanceof Acceptance acceptance) {
                exchange.knownToPayerAs(acceptance.payerClaimNumber());
            }
            outbox.record(exchange.because(origin.fileId()), exchange, event(origin, one));
        }
    }

    private static PayerEvent event(Origin origin, ClaimNews news) {
        var submission = news.submission();
        return switch (news) {
            case Acceptance accepted ->
                new ClaimAccepted(
                        submission.claimId(), submission.attemptId(), accepted.payerClaimNumber(), origin.receivedAt());
            case Rejection rejected ->
                new ClaimRejected(
                        submission.claimId(), submission.attemptId(), rejected.reasons(), origin.receivedAt());
        };
    }
}
