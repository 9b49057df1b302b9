package io.openrcm.gateway.x12.remittance;

import io.openrcm.events.Money;
import io.openrcm.events.payer.ProviderAdjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedLine;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;

/**
 * The three sums that every remittance must satisfy before any of it is posted (835 guide, section 1.10.2.1): the line,
 * the claim, the payment.
 */
public sealed interface RemittanceProof {

    /** Every sum agrees. */
    record Balanced() implements RemittanceProof {}

    /**
     * The first sum that does not agree.
     *
     * @param claim place of the claim in the remittance from 1, 0 for the payment
     * @param line place of the line in the claim from 1, 0 for the claim
     * @param expected what the parts come to; {@code actual} is what the remittance says
     */
    record OutOfBalance(Level level, int claim, int line, Money expected, Money actual) implements RemittanceProof {

        /** In words without the patient: {@code claim 3, line 2}. */
        public String where() {
            return switch (level) {
                case PAYMENT -> "payment";
                case CLAIM, CLAIM_CHARGES -> "claim " + claim;
                case LINE -> "claim " + claim + ", line " + line;
            };
        }
    }

    enum Level {
        /** Paid is charge less the line's adjustments. */
        LINE,
        /** Paid is billed less all adjustments of the claim and its lines. */
        CLAIM,
        /** Billed is the sum of the lines' charges. */
        CLAIM_CHARGES,
        /** The payment is what the claims pay, less provider-level adjustments. */
        PAYMENT
    }

    static RemittanceProof of(RemittanceAdvice advice) {
        int place = 0;
        for (RemittedClaim claim : advice.claims()) {
            place++;
            RemittanceProof proof = ofClaim(claim, place);
            if (proof instanceof OutOfBalance) {
                return proof;
            }
        }
        Money expected = advice.claimsPaid().minus(Money.sum(advice.adjustments(), ProviderAdjustment::amount));
        return expected.equals(advice.amount())
                ? new Balanced()
                : new OutOfBalance(Level.PAYMENT, 0, 0, expected, advice.amount());
    }

    private static RemittanceProof ofClaim(RemittedClaim claim, int place) {
        int number = 0;
        for (RemittedLine line : claim.lines()) {
            number++;
            if (!line.imbalance().isZero()) {
                Money expected = line.paid().plus(line.imbalance());
                return new OutOfBalance(Level.LINE, place, number, expected, line.paid());
            }
        }
        if (!claim.imbalance().isZero()) {
            Money expected = claim.paid().plus(claim.imbalance());
            return new OutOfBalance(Level.CLAIM, place, 0, expected, claim.paid());
        }
        if (!claim.lineChargeImbalance().isZero()) {
            Money expected = claim.billed().minus(claim.lineChargeImbalance());
            return new OutOfBalance(Level.CLAIM_CHARGES, place, 0, expected, claim.billed());
        }
        return new Balanced();
    }
}
