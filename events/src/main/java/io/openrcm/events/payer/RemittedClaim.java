package io.openrcm.events.payer;

import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payer's account of one claim.
 *
 * @param claimNumber as the payer echoed it; it may be no number of ours
 * @param patientResponsibility informational; the patient's debt is taken from the adjustments
 * @param adjustments at claim level, not repeated on lines
 * @param crossedOverTo the payer to which this one forwarded the claim
 */
public record RemittedClaim(
        String claimNumber,
        Outcome outcome,
        Money billed,
        Money paid,
        Money patientResponsibility,
        @Nullable String payerClaimNumber,
        List<Adjustment> adjustments,
        List<RemittedLine> lines,
        List<String> remarks,
        @Nullable PayerId crossedOverTo) {

    /** What the payer says it did. A denial is told by the money, not by this. */
    public enum Outcome {
        PROCESSED_AS_PRIMARY,
        PROCESSED_AS_SECONDARY,
        PROCESSED_AS_TERTIARY,
        PATIENT_NOT_RECOGNISED,
        REVERSAL,
        FORWARDED_ONLY
    }

    public RemittedClaim {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /** Billed less all adjustments, of the claim and of its lines, less paid; anything but zero is out of balance. */
    public Money imbalance() {
        Money adjusted = Money.sum(adjustments, Adjustment::amount)
                .plus(Money.sum(lines, line -> Money.sum(line.adjustments(), Adjustment::amount)));
        return billed.minus(adjusted).minus(paid);
    }

    /** Billed less what the lines were billed; zero, or there are no lines. */
    public Money lineChargeImbalance() {
        return lines.isEmpty() ? Money.ZERO : billed.minus(Money.sum(lines, RemittedLine::billed));
    }
}
