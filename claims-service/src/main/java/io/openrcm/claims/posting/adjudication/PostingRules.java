package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.claims.posting.adjudication.Adjudication.Source;
import io.openrcm.claims.posting.adjudication.Posting.AlreadyTaken;
import io.openrcm.claims.posting.adjudication.Posting.BalanceProof;
import io.openrcm.claims.posting.adjudication.Posting.BilledDiffers;
import io.openrcm.claims.posting.adjudication.Posting.DuplicateReversed;
import io.openrcm.claims.posting.adjudication.Posting.OutOfBalance;
import io.openrcm.claims.posting.adjudication.Posting.Posted;
import io.openrcm.claims.posting.adjudication.Posting.ProbableDuplicate;
import io.openrcm.claims.posting.adjudication.Posting.ReversalWithoutPayment;
import io.openrcm.claims.posting.adjudication.Posting.Reversed;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what a remitted claim does to our money; nothing is ever plugged to make sums agree. */
public final class PostingRules {

    private static final Judgment JUDGMENT = new Judgment(AdjustmentReasons.standard());

    private PostingRules() {}

    /**
     * Decides on one remitted claim.
     *
     * @param seq of the message within the claim's history at the gateway: the higher, the newer
     */
    public static Posting decide(AdjudicationHistory history, BilledClaim ours, ClaimRemitted event, long seq) {
        var theirs = event.claim();
        var key = ContentKey.of(event.payment().remittanceId(), ours.id(), theirs);
        if (history.knows(key.identity())) {
            return new AlreadyTaken();
        }
        var draft = new Draft(key, ours, event, seq);
        var proof = proof(theirs, ours);
        if (!proof.holds()) {
            return new OutOfBalance(draft.refused(), proof);
        }
        if (theirs.outcome() == Outcome.REVERSAL) {
            return reverse(history, draft, proof);
        }
        if (!theirs.billed().equals(ours.billed())) {
            return new BilledDiffers(draft.refused(), proof);
        }
        if (history.repeats(key.content(), ours.version())) {
            return new ProbableDuplicate(draft.as(Disposition.UNAPPLIED, null, List.of()), proof);
        }
        boolean hasNextPayer = draft.movesTo() != Entry.PATIENT;
        var adjudication = draft.as(Disposition.POSTED, null, JUDGMENT.of(ours, theirs, hasNextPayer));
        return new Posted(adjudication, history.with(adjudication).entriesSince(history), proof);
    }

    private static Posting reverse(AdjudicationHistory history, Draft draft, BalanceProof proof) {
        var found =
                history.takenBackBy(draft.event().payment().payer(), draft.key().amounts());
        if (found.isEmpty()) {
            return new ReversalWithoutPayment(draft.refused(), proof);
        }
        var original = found.get();
        var reversal = draft.takingBack(original);
        return original.isInSuspense()
                ? new DuplicateReversed(reversal, proof)
                : new Reversed(reversal, original, history.with(reversal).entriesSince(history), proof);
    }

    /** Claim and lines by X12 835's two equations, and what the payer says we billed against what we billed. */
    static BalanceProof proof(RemittedClaim theirs, BilledClaim ours) {
        int unbalanced = 0;
        for (RemittedLine line : theirs.lines()) {
            unbalanced += line.imbalance().isZero() ? 0 : 1;
        }
        var adjusted = theirs.billed().minus(theirs.paid()).minus(theirs.imbalance());
        return new BalanceProof(
                theirs.billed(),
                adjusted,
                theirs.paid(),
                theirs.imbalance(),
                theirs.lines().size(),
                unbalanced,
                theirs.lineChargeImbalance(),
                ours.billed());
    }

    /** A decision before it is known what becomes of it. */
    private record Draft(ContentKey key, BilledClaim ours, ClaimRemitted event, long seq) {

        int rank() {
            return ours.rankOf(event.payment().payer(), event.claim().outcome());
        }

        int movesTo() {
            return ours.rankAfter(rank(), event.claim().crossedOverTo());
        }

        Adjudication refused() {
            return as(Disposition.REFUSED, null, List.of());
        }

        Adjudication takingBack(Adjudication original) {
            var lines =
                    original.lines().stream().map(LineAdjudication::reversed).toList();
            return as(original.version(), original.rank(), original.disposition(), original.id(), lines);
        }

        Adjudication as(Disposition disposition, @Nullable UUID reverses, List<LineAdjudication> lines) {
            return as(ours.version(), rank(), disposition, reverses, lines);
        }

        private Adjudication as(
                int version, int rank, Disposition disposition, @Nullable UUID reverses, List<LineAdjudication> lines) {
            var payment = event.payment();
            var source = new Source(payment.remittanceId(), event.sequence(), payment.payer(), payment.paidOn());
            return new Adjudication(
                    key,
                    source,
                    ours.id(),
                    version,
                    seq,
                    rank,
                    movesTo(),
                    disposition,
                    reverses,
                    event.claim().billed(),
                    event.claim().paid(),
                    lines);
        }
    }
}
