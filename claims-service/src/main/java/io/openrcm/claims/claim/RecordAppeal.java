package io.openrcm.claims.claim;

import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** An appeal contests a decision: without one there is nothing to appeal, and that is noted. */
@ApplicationScoped
public class RecordAppeal {

    private static final Set<AdjudicationStatus> CONTESTABLE =
            EnumSet.of(AdjudicationStatus.PAID, AdjudicationStatus.PARTIALLY_PAID, AdjudicationStatus.DENIED);

    private final Claims claims;
    private final ClaimNews news;

    public RecordAppeal(Claims claims, ClaimNews news) {
        this.claims = claims;
        this.news = news;
    }

    public void record(Cause cause, AppealFiled filed) {
        var claim = claims.get(filed.claimId());
        var axes = claim.standing().axes();
        if (axes.version() == VersionStatus.SUBMITTED && CONTESTABLE.contains(axes.adjudication())) {
            var appealed = claim.appeal(filed);
            news.tell(
                    cause, claim, appealed, "Appeal at level " + filed.level() + " filed on " + filed.filedOn() + ".");
        } else {
            news.note(
                    cause,
                    claim,
                    "AppealNotRecorded",
                    "The claim is " + axes.version() + " and " + axes.adjudication()
                            + ": no decision is there to appeal.");
        }
    }
}
