package io.openrcm.claims.posting.adjudication;

import io.openrcm.events.InvalidValue;
import io.openrcm.events.Money;
import io.openrcm.events.payer.Adjustment;
import java.util.List;

/**
 * A payer's decision on one of our lines, every cent of the charge in one place.
 *
 * @param controlNumber our line; empty for the claim as a whole, where the payer names no line or one that is none of ours
 * @param contractual what our contract forbids us to collect (group CO)
 * @param other given up for another reason than the contract (groups OA and PI)
 * @param moved the patient's share (group PR), which a next payer may owe first
 * @param prior what an earlier payer has paid or adjusted (OA-23): said again, never posted again
 * @param denied stays open
 * @param remarks RARC code values
 */
public record LineAdjudication(
        String controlNumber,
        LineStatus status,
        Money billed,
        Money paid,
        Money contractual,
        Money other,
        Money moved,
        Money prior,
        Money denied,
        List<Adjustment> adjustments,
        List<String> remarks) {

    public LineAdjudication {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
        var accounted =
                paid.plus(contractual).plus(other).plus(moved).plus(prior).plus(denied);
        if (!billed.equals(accounted)) {
            throw new InvalidValue("LINE_BALANCE", "billed = paid and every adjustment");
        }
    }

    public Money adjusted() {
        return contractual.plus(other);
    }

    /** Nothing is payable now or ever by this decision, and we may contest it. */
    public boolean isDenied() {
        return status == LineStatus.DENIED;
    }

    public boolean isPayable() {
        return !paid.isZero() || !moved.isZero();
    }

    /** Takes the decision back, every amount negated. */
    public LineAdjudication reversed() {
        var negated = adjustments.stream()
                .map(one ->
                        new Adjustment(one.group(), one.reason(), one.amount().negated(), one.quantity()))
                .toList();
        return new LineAdjudication(
                controlNumber,
                LineStatus.REVERSED,
                billed.negated(),
                paid.negated(),
                contractual.negated(),
                other.negated(),
                moved.negated(),
                prior.negated(),
                denied.negated(),
                negated,
                remarks);
    }
}
