package io.openrcm.simulator.adjudication;

import io.openrcm.simulator.claim.ServiceLine;
import java.util.List;
import java.util.function.Predicate;

/**
 * A decided line: charge = paid + adjustments.
 *
 * @param chargeCents as billed; negative in a reversal
 * @param remark a RARC, or empty
 */
public record AdjudicatedLine(
        ServiceLine line, long chargeCents, long paidCents, List<Adjustment> adjustments, String remark) {

    long adjusted(Predicate<Adjustment> kind) {
        return adjustments.stream().filter(kind).mapToLong(Adjustment::cents).sum();
    }

    /** Paid plus what the patient owes: what the payer allows. */
    public long allowedCents() {
        return paidCents + adjusted(Adjustment::isPatient);
    }

    AdjudicatedLine negated() {
        return new AdjudicatedLine(
                line,
                -chargeCents,
                -paidCents,
                adjustments.stream().map(Adjustment::negated).toList(),
                remark);
    }
}
