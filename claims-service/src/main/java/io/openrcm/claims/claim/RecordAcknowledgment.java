package io.openrcm.claims.claim;

import io.openrcm.claims.claim.SubmissionAttempt.Answer;
import io.openrcm.claims.claim.status.AcknowledgmentTransition;
import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.events.AttemptId;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/**
 * What a payer says about taking a claim in. Acknowledgments come late, twice and out of order; what can no longer matter
 * is noted on the timeline and changes nothing.
 */
@ApplicationScoped
public class RecordAcknowledgment {

    private final Claims claims;
    private final ClaimNews news;

    public RecordAcknowledgment(Claims claims, ClaimNews news) {
        this.claims = claims;
        this.news = news;
    }

    public void record(Cause cause, ClaimAccepted accepted) {
        var claim = claims.get(accepted.claimId());
        if (!matters(claim, accepted.attemptId(), AcknowledgmentTransition.ACCEPT)) {
            claim.learn(accepted.payerClaimNumber());
            note(cause, claim, accepted.attemptId(), "AcceptanceIgnored");
            return;
        }
        claims.attempt(accepted.claimId(), accepted.attemptId()).answered(Answer.ACCEPTED, accepted.receivedAt());
        var told = claim.accept(accepted);
        var number = accepted.payerClaimNumber();
        news.tell(
                cause,
                claim,
                told,
                number == null ? "Taken in for adjudication." : "Taken in for adjudication as " + number + ".");
    }

    public void record(Cause cause, ClaimRejected rejected) {
        var claim = claims.get(rejected.claimId());
        if (!matters(claim, rejected.attemptId(), AcknowledgmentTransition.REJECT)) {
            note(cause, claim, rejected.attemptId(), "RejectionIgnored");
            return;
        }
        claims.attempt(rejected.claimId(), rejected.attemptId()).answered(Answer.REJECTED, rejected.receivedAt());
        var told = claim.reject(rejected);
        var reasons =
                rejected.reasons().stream().map(RecordAcknowledgment::codes).collect(Collectors.joining(", "));
        news.tellWritten(cause, claim, told, "Rejected before adjudication: " + reasons + ".");
    }

    private static boolean matters(Claim claim, AttemptId attempt, AcknowledgmentTransition move) {
        var axes = claim.standing().axes();
        boolean isOutside = axes.version() == VersionStatus.RELEASED || axes.version() == VersionStatus.SUBMITTED;
        return isOutside
                && claim.isCurrentAttempt(attempt)
                && axes.adjudication() == AdjudicationStatus.UNADJUDICATED
                && move.isPossibleFrom(axes.acknowledgment());
    }

    private void note(Cause cause, Claim claim, AttemptId attempt, String what) {
        var axes = claim.standing().axes();
        var because = claim.isCurrentAttempt(attempt)
                ? "It came when the claim was " + axes.version() + ", " + axes.acknowledgment() + ", "
                        + axes.adjudication() + "."
                : "It is about an earlier attempt than number " + claim.attempts() + ".";
        news.note(cause, claim, what, because);
    }

    private static String codes(RejectionReason reason) {
        return reason.source() + " " + reason.category() + (reason.code() == null ? "" : "/" + reason.code());
    }
}
