package io.openrcm.simulator.adjudication;

/**
 * What one decision does to a claim's money. For the first payer the four add up to the charge; a later payer moves money from the
 * patient's share to paid.
 *
 * @param adjustedCents the contractual write-off (CO-45)
 * @param patientCents PR
 * @param deniedCents everything else not paid
 */
public record Effect(long paidCents, long adjustedCents, long patientCents, long deniedCents) {

    public static final Effect NONE = new Effect(0, 0, 0, 0);

    public boolean movesMoney() {
        return paidCents != 0 || patientCents != 0;
    }

    public Effect plus(Effect other) {
        return new Effect(
                paidCents + other.paidCents,
                adjustedCents + other.adjustedCents,
                patientCents + other.patientCents,
                deniedCents + other.deniedCents);
    }

    public Effect negated() {
        return new Effect(-paidCents, -adjustedCents, -patientCents, -deniedCents);
    }
}
