package io.openrcm.claims.posting;

import io.openrcm.claims.ledger.Account;
import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.ledger.LedgerPosting;
import io.openrcm.claims.ledger.LedgerPosting.Kind;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.claims.ClaimEvent.RemittanceExcepted;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.payer.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that waits for a person: received but owed by nobody, or said to be paid in a way that cannot be right. */
@ApplicationScoped
class Suspense {

    private final Ledger ledger;
    private final Outbox outbox;
    private final PostingBatch batch;

    Suspense(Ledger ledger, Outbox outbox, PostingBatch batch) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.batch = batch;
    }

    /**
     * Received, and not given to any claim; a negative amount takes it out again.
     *
     * @param facility of the claim that the payer names; absent where it is none of ours
     */
    void hold(Cause cause, Payment payment, @Nullable FacilityId facility, Money amount, Object proof) {
        if (!amount.isZero()) {
            var entries = List.of(
                    Entry.ofNoClaim(Account.CASH, amount.cents()),
                    Entry.ofNoClaim(Account.UNAPPLIED_CASH, -amount.cents()));
            ledger.post(
                    new LedgerPosting(cause, facility, Kind.UNAPPLIED_PAYMENT, payment.remittanceId(), entries, proof));
        }
    }

    /** Says that a person has to look; {@code detail} names no patient. */
    void except(
            Cause cause,
            Payment payment,
            ExceptionKind kind,
            Money amount,
            String detail,
            @Nullable ClaimHeader claim) {
        var event = new RemittanceExcepted(
                payment.remittanceId(), payment.payer(), payment.traceNumber(), kind, amount, detail, claim);
        outbox.record(
                cause,
                payment.remittanceId().value(),
                batch.nextEventSeq(payment),
                claim == null ? null : claim.facility(),
                event);
    }
}
