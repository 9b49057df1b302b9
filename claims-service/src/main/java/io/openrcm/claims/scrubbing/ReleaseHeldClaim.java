package io.openrcm.claims.scrubbing;

import io.openrcm.claims.ClaimsProblem;
import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.events.delivery.Cause;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** A person releases a held claim although edits fired, and says why. The edits run once more before it leaves. */
@ApplicationScoped
public class ReleaseHeldClaim {

    private final ScrubClaim scrubClaim;
    private final Findings findings;
    private final ClaimNews news;

    public ReleaseHeldClaim(ScrubClaim scrubClaim, Findings findings, ClaimNews news) {
        this.scrubClaim = scrubClaim;
        this.findings = findings;
        this.news = news;
    }

    public void release(Cause cause, Claim claim, String releasedBy, String because) {
        if (claim.standing().axes().version() != VersionStatus.HELD) {
            throw new Problem(
                    ClaimsProblem.CLAIM_NOT_HELD,
                    "The claim is " + claim.standing().label() + ".");
        }
        var found = scrubClaim.look(claim).findings();
        var blocking = found.stream()
                .filter(finding -> finding.severity() == Severity.BLOCKING)
                .map(finding -> new FieldError(finding.field(), finding.editId(), finding.message()))
                .toList();
        if (!blocking.isEmpty()) {
            throw new Problem(ClaimsProblem.HOLD_NOT_OVERRIDABLE, "Correct these fields.", blocking);
        }
        findings.replace(claim, found);
        findings.override(claim.claimId(), releasedBy, because);
        news.noteWritten(cause, claim, "HoldOverridden", "By " + releasedBy + ": " + because);
        scrubClaim.release(cause, claim);
    }
}
