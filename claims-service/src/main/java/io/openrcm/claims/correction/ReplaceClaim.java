package io.openrcm.claims.correction;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.scrubbing.Finding;
import io.openrcm.claims.scrubbing.Findings;
import io.openrcm.claims.scrubbing.Severity;
import io.openrcm.claims.scrubbing.Team;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.openrcm.rest.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Follow-up wants a claim sent again, corrected. A claim that was never adjudicated goes out as a new attempt of what it
 * was, one that was adjudicated as a replacement. A correction that cannot be made holds the claim where it can be held, so
 * that somebody sees it; otherwise it is noted on the timeline.
 */
@ApplicationScoped
public class ReplaceClaim {

    private final Claims claims;
    private final CorrectClaim correctClaim;
    private final Findings findings;
    private final ClaimNews news;

    public ReplaceClaim(Claims claims, CorrectClaim correctClaim, Findings findings, ClaimNews news) {
        this.claims = claims;
        this.correctClaim = correctClaim;
        this.findings = findings;
        this.news = news;
    }

    public void replace(Cause cause, CorrectionRequested requested) {
        var claim = claims.get(requested.claimId());
        news.noteWritten(
                cause,
                claim,
                "CorrectionRequested",
                requested.corrections().size() + " corrections by " + requested.requestedBy() + ".");
        switch (correctClaim.correct(cause, claim, requested.corrections())) {
            case CorrectClaim.Outcome.Corrected _ -> {}
            case CorrectClaim.Outcome.NotPossible notPossible ->
                news.note(cause, claim, "CorrectionRefused", notPossible.because());
            case CorrectClaim.Outcome.Refused refused -> hold(cause, claim, refused);
        }
    }

    private void hold(Cause cause, Claim claim, CorrectClaim.Outcome.Refused refused) {
        correctClaim.redraft(claim, CorrectClaim.next(claim, refused.way()));
        var found = refused.errors().stream().map(ReplaceClaim::finding).toList();
        findings.replace(claim, found);
        var held = claim.hold(found.stream().map(Finding::toHoldReason).toList());
        news.tell(cause, claim, held, "The correction was refused: " + rules(refused.errors()) + ".");
    }

    private static Finding finding(FieldError error) {
        return new Finding(
                "CR-" + error.rule(),
                Severity.OVERRIDABLE,
                error.field(),
                "the requested correction was refused: " + error.message(),
                Team.BILLING.wireName());
    }

    private static String rules(List<FieldError> errors) {
        return String.join(
                ", ", errors.stream().map(FieldError::rule).distinct().toList());
    }
}
