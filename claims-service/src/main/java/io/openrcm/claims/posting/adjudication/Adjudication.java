package io.openrcm.claims.posting.adjudication;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision of one payer on one claim, as it was taken in. Only ever added to: a reversal is another one.
 *
 * @param claim absent where the claim number is none of ours
 * @param seq of the message that brought it: the higher, the newer
 * @param rank of the payer that decided
 * @param movesTo rank of the payer that owes the patient's share; 0 is the patient
 * @param reverses the decision that this one takes back
 */
public record Adjudication(
        ContentKey key,
        Source source,
        @Nullable ClaimId claim,
        int version,
        long seq,
        int rank,
        int movesTo,
        Disposition disposition,
        @Nullable UUID reverses,
        Money billed,
        Money paid,
        List<LineAdjudication> lines) {

    /** Where the decision stands: the payment, and its place there from 1. */
    public record Source(RemittanceId remittance, int sequence, PayerId payer, LocalDate paidOn) {}

    /** What became of the money. */
    public enum Disposition {
        POSTED,
        /** Received, but owed by nobody: in suspense. */
        UNAPPLIED,
        /** Cannot be right; nothing of it moved. */
        REFUSED
    }

    public Adjudication {
        lines = List.copyOf(lines);
    }

    public UUID id() {
        return key.identity();
    }

    public boolean isDecision() {
        return disposition == Disposition.POSTED && reverses == null;
    }

    public boolean isInSuspense() {
        return disposition == Disposition.UNAPPLIED && reverses == null;
    }

    public Money denied() {
        return Money.sum(lines, LineAdjudication::denied);
    }

    public Money moved() {
        return Money.sum(lines, LineAdjudication::moved);
    }

    public Money adjusted() {
        return Money.sum(lines, LineAdjudication::adjusted);
    }

    /** Nothing is payable, and something of it was denied. */
    public boolean isWhollyDenied() {
        return denied().isPositive() && lines.stream().noneMatch(LineAdjudication::isPayable);
    }
}
