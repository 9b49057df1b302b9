package io.openrcm.simulator.answers;

import io.openrcm.simulator.adjudication.Adjudication;
import io.openrcm.simulator.adjudication.Payer;
import io.openrcm.simulator.claim.BillingProvider;
import java.util.List;

/**
 * One payment, which is one 835 transaction.
 *
 * @param trace TRN02: the number of the transfer
 * @param recovered earlier negative balance that this payment makes good, 0 when none
 * @param recoveredReference the trace of the payment that left it
 */
public record Payment(
        Payer payer,
        BillingProvider payee,
        String trace,
        List<Adjudication> claims,
        long recovered,
        String recoveredReference) {

    private long claimsCents() {
        return claims.stream().mapToLong(Adjudication::paidCents).sum();
    }

    /** What is carried forward because no payment may be negative (X12 RFI 580). */
    public long forwardedCents() {
        return Math.max(0, recovered - claimsCents());
    }

    /** BPR02. */
    public long paidCents() {
        return claimsCents() - recovered + forwardedCents();
    }
}
