package io.openrcm.claims.posting;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.ledger.Ledger.Charge;
import io.openrcm.claims.ledger.LedgerPosting;
import io.openrcm.claims.ledger.LedgerPosting.Kind;
import io.openrcm.claims.posting.RemittedClaims.TakenClaim;
import io.openrcm.claims.posting.adjudication.Adjudication;
import io.openrcm.claims.posting.adjudication.BilledClaim;
import io.openrcm.claims.posting.adjudication.Posting;
import io.openrcm.claims.posting.adjudication.Posting.AlreadyTaken;
import io.openrcm.claims.posting.adjudication.Posting.BilledDiffers;
import io.openrcm.claims.posting.adjudication.Posting.DuplicateReversed;
import io.openrcm.claims.posting.adjudication.Posting.OutOfBalance;
import io.openrcm.claims.posting.adjudication.Posting.Posted;
import io.openrcm.claims.posting.adjudication.Posting.ProbableDuplicate;
import io.openrcm.claims.posting.adjudication.Posting.ReversalWithoutPayment;
import io.openrcm.claims.posting.adjudication.Posting.Reversed;
import io.openrcm.claims.posting.adjudication.PostingRules;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;

/** Posts a payer's decision on a claim, or says why it cannot be posted. */
@ApplicationScoped
public class PostRemittance {

    private final Claims claims;
    private final Ledger ledger;
    private final PostingBatch batch;
    private final PostingNews news;

    public PostRemittance(Claims claims, Ledger ledger, PostingBatch batch, PostingNews news) {
        this.claims = claims;
        this.ledger = ledger;
        this.batch = batch;
        this.news = news;
    }

    /**
     * The caller has locked the claim. Whatever comes a second time changes nothing. A claim that cannot be seen is not one that nobody
     * knows: the gateway has sent it, so the message waits among the parked ones, and its money does not go into suspense.
     *
     * @param seq of the message in the claim's history at the gateway: the higher, the newer
     */
    @Transactional(TxType.MANDATORY)
    public void post(Cause cause, long seq, ClaimRemitted event) {
        var claim = claims.get(event.claimId());
        var ours = BilledClaim.of(claim.claimId(), answered(claim, event.claim().billed()));
        var posting = PostingRules.decide(batch.history(claim.claimId()), ours, event, seq);
        if (posting instanceof Posting.Taken taken) {
            var decision = new TakenClaim(taken.adjudication(), event.claim().claimNumber(), claim.facility());
            batch.take(decision, event.payment());
        }
        record(new Answer(cause, claim, ours, event), posting);
    }

    private void record(Answer answer, Posting posting) {
        switch (posting) {
            case AlreadyTaken _ -> {}
            case Posted posted ->
                news.decided(answer, posted, move(answer, Kind.ADJUDICATION, posted.entries(), posted.proof()));
            case Reversed reversed ->
                news.reversed(
                        answer,
                        reversed.original(),
                        batch.history(answer.claim().claimId()),
                        move(answer, Kind.REVERSAL, reversed.entries(), reversed.proof()));
            case ProbableDuplicate duplicate -> news.suspended(answer, duplicate.proof());
            case DuplicateReversed reversed -> news.unsuspended(answer, reversed.proof());
            case OutOfBalance refused -> {
                var proof = refused.proof();
                var detail =
                        "claim out by " + proof.imbalance() + ", lines out of balance " + proof.linesOutOfBalance();
                news.excepted(answer, ExceptionKind.OUT_OF_BALANCE, detail, proof);
            }
            case BilledDiffers refused -> {
                var proof = refused.proof();
                var detail = "the payer says " + proof.billed() + " was billed, we billed " + proof.billedByUs();
                news.excepted(answer, ExceptionKind.BILLED_AMOUNT_DIFFERS, detail, proof);
            }
            case ReversalWithoutPayment refused -> {
                var proof = refused.proof();
                var detail = "no posted decision has the amounts that were taken back";
                news.excepted(answer, ExceptionKind.REVERSAL_WITHOUT_PAYMENT, detail, proof);
            }
        }
    }

    private ClaimMoney move(Answer answer, Kind kind, List<Entry> entries, Object proof) {
        var claim = answer.claim().claimId();
        if (ledger.find(claim).isEmpty()) {
            // A decision on a claim proves that it was submitted, even where its acknowledgments are late.
            var ours = answer.ours();
            var payer = ours.payers()
                    .getOrDefault(ours.destinationRank(), answer.claim().payer());
            var facility = answer.claim().facility();
            ledger.openReceivable(
                    answer.cause(), new Charge(claim, facility, ours.destinationRank(), payer, ours.lines()));
        }
        var payment = answer.event().payment().remittanceId();
        ledger.post(new LedgerPosting(answer.cause(), answer.claim().facility(), kind, payment, entries, proof));
        return ledger.find(claim).orElse(ClaimMoney.NONE);
    }

    /** The version that the payer answers: the newest that can have left and billed this amount, else the newest that left. */
    private ClaimContent answered(Claim claim, Money billed) {
        var status = claim.standing().axes().version();
        boolean left = status == VersionStatus.RELEASED || status == VersionStatus.SUBMITTED;
        if ((left && claim.billed().equals(billed)) || claim.version() == 1) {
            return claim.content();
        }
        var contents = new ArrayList<ClaimContent>();
        claims.versionsOf(claim.claimId()).forEach(version -> {
            if (left || version.version() < claim.version()) {
                contents.addFirst(version.content());
            }
        });
        return contents.stream()
                .filter(content -> content.total().equals(billed))
                .findFirst()
                .orElseGet(contents::getFirst);
    }

    /** A payer's answer and the claim that it is about. */
    record Answer(Cause cause, Claim claim, BilledClaim ours, ClaimRemitted event) {

        /** The payer as the claim names it, where it does. */
        PayerId payerOf(Adjudication adjudication) {
            return ours.payers()
                    .getOrDefault(adjudication.rank(), event.payment().payer());
        }
    }
}
