package io.openrcm.claims.scrubbing;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.claim.status.VersionTransition;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.events.payer.PayerEvent.TransmissionRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The gateway could not send a released claim: it is held again, with the gateway's reason. */
@ApplicationScoped
public class RecordRefusal {

    private final Claims claims;
    private final Findings findings;
    private final ClaimNews news;
    private final Clock clock;

    public RecordRefusal(Claims claims, Findings findings, ClaimNews news, Clock clock) {
        this.claims = claims;
        this.findings = findings;
        this.news = news;
        this.clock = clock;
    }

    public void record(Cause cause, TransmissionRefused refused) {
        var claim = claims.get(refused.claimId());
        if (!isAwaited(claim, refused)) {
            news.note(cause, claim, "RefusalIgnored", "The gateway refused an attempt that is no longer waiting.");
            return;
        }
        claims.refused(refused.claimId(), refused.attemptId(), clock.instant());
        var finding = finding(refused);
        findings.replace(claim, List.of(finding));
        var held = claim.refuse(List.of(finding.toHoldReason()));
        news.tell(cause, claim, held, "The gateway cannot send it: " + refused.refusal() + ".");
    }

    private static boolean isAwaited(Claim claim, TransmissionRefused refused) {
        return claim.isCurrentAttempt(refused.attemptId())
                && VersionTransition.REFUSE.isPossibleFrom(
                        claim.standing().axes().version());
    }

    /** Once the gateway has learned to send it, a person releases the claim again; hence overridable. */
    private static Finding finding(TransmissionRefused refused) {
        var owner = refused.refusal() == Refusal.NOT_EXPRESSIBLE ? Team.BILLING : Team.ADMINISTRATION;
        return new Finding("GW-" + refused.refusal(), Severity.OVERRIDABLE, "", refused.detail(), owner.wireName());
    }
}
