package io.openrcm.claims.desk;

import io.openrcm.claims.ClaimsProblem;
import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.posting.LineDecisions;
import io.openrcm.claims.scrubbing.Findings;
import io.openrcm.claims.timeline.Timeline;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.InvalidValue;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers what a person wants to see of one claim. */
@ApplicationScoped
public class ReadClaim {

    private final Claims claims;
    private final Findings findings;
    private final Timeline timeline;
    private final Ledger ledger;
    private final LineDecisions decisions;

    public ReadClaim(Claims claims, Findings findings, Timeline timeline, Ledger ledger, LineDecisions decisions) {
        this.claims = claims;
        this.findings = findings;
        this.timeline = timeline;
        this.ledger = ledger;
        this.decisions = decisions;
    }

    Claim find(String number) {
        return claims.findByNumber(number(number)).orElseThrow(ReadClaim::notFound);
    }

    Claim lock(String number) {
        return claims.lockByNumber(number(number)).orElseThrow(ReadClaim::notFound);
    }

    ClaimDetails details(Claim claim) {
        var id = claim.claimId();
        var summary = ClaimRow.of(claim, ledger.find(id).orElse(null));
        return new ClaimDetails(
                summary,
                claim.content(),
                findings.of(id).stream().map(ClaimDetails.FindingView::of).toList(),
                claims.versionsOf(id).stream().map(ClaimDetails.VersionView::of).toList(),
                claims.attemptsOf(id).stream().map(ClaimDetails.AttemptView::of).toList(),
                decisions.of(id),
                timeline.of(id).stream().map(ClaimDetails.EntryView::of).toList(),
                ClaimDetails.notice(summary));
    }

    private static ClaimNumber number(String text) {
        try {
            return new ClaimNumber(text);
        } catch (InvalidValue e) {
            var problem = notFound();
            problem.addSuppressed(e);
            throw problem;
        }
    }

    private static Problem notFound() {
        return new Problem(ClaimsProblem.CLAIM_NOT_FOUND, "Take the claim number from the list of claims.");
    }
}
