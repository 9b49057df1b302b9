package io.openrcm.claims.claim.status;

import io.openrcm.events.Money;

/**
 * Who owes what is still open of a claim, from the ledger.
 *
 * @param payer with the payer the claim was sent to; what it denied stays here until a person decides
 * @param nextPayer with a payer further down the order of liability
 */
public record OpenMoney(Money payer, Money nextPayer, Money patient) {

    public static OpenMoney withPayer(Money billed) {
        return new OpenMoney(billed, Money.ZERO, Money.ZERO);
    }

    public Money total() {
        return payer.plus(nextPayer).plus(patient);
    }

    public boolean isNothing() {
        return payer.isZero() && nextPayer.isZero() && patient.isZero();
    }
}
