package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Entry;
import io.openrcm.events.Money;
import java.util.List;

/** What a payer's decision does to a claim's money. */
public sealed interface Posting {

    /** The decision, and what was checked before it moved money. Also kept where nothing was to be moved. */
    sealed interface Taken extends Posting {
        Adjudication adjudication();

        BalanceProof proof();
    }

    record Posted(Adjudication adjudication, List<Entry> entries, BalanceProof proof) implements Taken {}

    record Reversed(Adjudication adjudication, Adjudication original, List<Entry> entries, BalanceProof proof)
            implements Taken {}

    /** The same decision stands already, from another payment: the money waits in suspense. */
    record ProbableDuplicate(Adjudication adjudication, BalanceProof proof) implements Taken {}

    /** The payer takes a duplicate back: it leaves suspense, and the claim is not touched. */
    record DuplicateReversed(Adjudication adjudication, BalanceProof proof) implements Taken {}

    /** A line, or the claim, whose sums do not agree. */
    record OutOfBalance(Adjudication adjudication, BalanceProof proof) implements Taken {}

    /** The payer answers a claim of another amount than ours. */
    record BilledDiffers(Adjudication adjudication, BalanceProof proof) implements Taken {}

    /** Takes back a decision that does not stand here, or not with these amounts. */
    record ReversalWithoutPayment(Adjudication adjudication, BalanceProof proof) implements Taken {}

    /** This very decision of this very payment was taken in before. */
    record AlreadyTaken() implements Posting {}

    /**
     * The sums of a remitted claim.
     *
     * @param imbalance billed − adjusted − paid of the claim
     * @param linesOutOfBalance lines whose own sums do not agree
     * @param lineChargeImbalance billed − what its lines were billed
     * @param billedByUs what we asked for
     */
    record BalanceProof(
            Money billed,
            Money adjusted,
            Money paid,
            Money imbalance,
            int lines,
            int linesOutOfBalance,
            Money lineChargeImbalance,
            Money billedByUs) {

        public boolean holds() {
            return imbalance.isZero() && linesOutOfBalance == 0 && lineChargeImbalance.isZero();
        }
    }
}
