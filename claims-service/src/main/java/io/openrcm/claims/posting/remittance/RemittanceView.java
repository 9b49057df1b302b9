package io.openrcm.claims.posting.remittance;

import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.payer.ProviderAdjustment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a person reads it.
 *
 * @param claimsAnnounced how many claims the payment explains; absent until the payment itself has been heard of
 * @param claimsPaid what the payer says it paid for them
 * @param providerAdjustments at provider level; positive takes money from the provider
 * @param refusedBecause why nothing of it was taken in, or why a second account of it was refused
 */
public record RemittanceView(
        RemittanceId remittanceId,
        PayerId payer,
        String traceNumber,
        String payerTaxId,
        LocalDate paidOn,
        Money amount,
        State state,
        @Nullable Integer claimsAnnounced,
        @Nullable Money claimsPaid,
        Money providerAdjustments,
        Part posted,
        Part unapplied,
        Part refused,
        @Nullable String refusedBecause) {

    public enum State {
        /** Not all of its claims have come, or the payment itself has not. */
        ARRIVING,
        /** Every claim is posted. */
        POSTED,
        /** Every claim has come, and some of their money waits for a person. */
        PARTIALLY_POSTED,
        /** Its sums do not agree. */
        EXCEPTION
    }

    /** Claims of one disposition, and what the payer says it paid for them. */
    public record Part(int claims, Money paid) {}

    /** A sum that must agree, as it was found now. */
    public record Proof(String name, String rule, Money expected, Money actual, boolean holds) {

        static Proof of(String name, String rule, Money expected, Money actual) {
            return new Proof(name, rule, expected, actual, expected.equals(actual));
        }
    }

    /** A payment with what belongs to no claim, and its proofs. */
    public record Detail(RemittanceView remittance, List<ProviderAdjustment> providerAdjustments, List<Proof> proofs) {}

    /**
     * One claim of a payment.
     *
     * @param claimId absent where the claim number is none of ours
     * @param claimNumber as the payer echoed it
     * @param reversal whether it takes an earlier decision back
     */
    public record RemittedClaimView(
            int sequence,
            String claimNumber,
            @Nullable ClaimId claimId,
            Disposition disposition,
            boolean reversal,
            Money billed,
            Money paid) {}
}
