package io.openrcm.simulator.adjudication;

import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.claim.OtherPayer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One decided claim, ready for an 835.
 *
 * @param status CLP02: 1 first payer, 2 later payer, 19 passed on, 22 reversal
 * @param forwardedTo the payer it was passed on to
 */
public record Adjudication(
        Claim claim,
        String payerClaimNumber,
        String status,
        List<AdjudicatedLine> lines,
        Optional<OtherPayer> forwardedTo) {

    static final String REVERSAL = "22";

    public long chargeCents() {
        return lines.stream().mapToLong(AdjudicatedLine::chargeCents).sum();
    }

    public long paidCents() {
        return lines.stream().mapToLong(AdjudicatedLine::paidCents).sum();
    }

    public long patientCents() {
        return sum(Adjustment::isPatient);
    }

    public boolean isReversal() {
        return status.equals(REVERSAL);
    }

    /** Nothing paid, nothing left to the patient, and something refused. */
    public boolean isDenied() {
        return paidCents() == 0 && patientCents() == 0 && refusedCents() > 0;
    }

    public boolean isPartlyDenied() {
        return !isDenied() && refusedCents() > 0;
    }

    public Effect effect() {
        if (!claim.firstPayer()) {
            return new Effect(paidCents(), 0, -paidCents(), 0);
        }
        return new Effect(paidCents(), sum(Adjustment::isContractual), patientCents(), refusedCents());
    }

    private long refusedCents() {
        return sum(it -> !it.isContractual() && !it.isPatient() && !it.isPriorPayer());
    }

    /** Takes the decision back: every amount negated under its own group and reason (X12 RFI 1429). */
    public Adjudication reversed() {
        return new Adjudication(
                claim,
                payerClaimNumber,
                REVERSAL,
                lines.stream().map(AdjudicatedLine::negated).toList(),
                Optional.empty());
    }

    private long sum(Predicate<Adjustment> kind) {
        return lines.stream().mapToLong(line -> line.adjusted(kind)).sum();
    }
}
