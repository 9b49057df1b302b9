package io.openrcm.gateway.interchange;

import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.gateway.exchange.ClaimExchanges;
import io.openrcm.gateway.submission.SubmissionTransition;
import io.openrcm.gateway.submission.Submissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/**
 * Says of each claim in a file that its bytes have left. Called after the adapter has handed the file over, and by whoever
 * reads an answer to it: an answer proves the delivery, even if this process died before it could say so.
 */
@ApplicationScoped
public class ConfirmDelivery {

    private final SentInterchanges interchanges;
    private final Submissions submissions;
    private final ClaimExchanges exchanges;
    private final Outbox outbox;
    private final Clock clock;

    ConfirmDelivery(
            SentInterchanges interchanges,
            Submissions submissions,
            ClaimExchanges exchanges,
            Outbox outbox,
            Clock clock) {
        this.interchanges = interchanges;
        this.submissions = submissions;
        this.exchanges = exchanges;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The interchange, locked and delivered. */
    @Transactional(TxType.MANDATORY)
    public SentInterchange confirm(UUID id) {
        var interchange = interchanges.locked(id);
        var now = clock.instant();
        if (interchange.deliver(now)) {
            submissions.moveAll(SubmissionTransition.DELIVER, id);
            var carried = submissions.carriedBy(id);
            var locked = exchanges.locked(carried.stream()
                    .map(submission -> submission.claimId().value())
                    .toList());
            for (var submission : carried) {
                var exchange = Objects.requireNonNull(
                        locked.get(submission.claimId().value()), "a sent claim has its exchange");
                outbox.record(
                        exchange.because(id),
                        exchange,
                        new ClaimTransmitted(submission.claimId(), submission.attemptId(), interchange.number(), now));
            }
        }
        return interchange;
    }
}
