package io.openrcm.claims.claim;

import io.openrcm.claims.claim.status.VersionTransition;
import io.openrcm.claims.coordination.Masters;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.ledger.Ledger.Charge;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** A claim counts as filed once its bytes have left; from then on its payer owes an answer, and the ledger knows of it. */
@ApplicationScoped
public class ConfirmSubmission {

    private final Claims claims;
    private final Masters masters;
    private final Ledger ledger;
    private final ClaimNews news;

    public ConfirmSubmission(Claims claims, Masters masters, Ledger ledger, ClaimNews news) {
        this.claims = claims;
        this.masters = masters;
        this.ledger = ledger;
        this.news = news;
    }

    public void confirm(Cause cause, ClaimTransmitted transmitted) {
        var claim = claims.get(transmitted.claimId());
        var destination = claim.content().destination().payer();
        var zone = masters.facility(claim.header().facility()).timeZone();
        var transmittedOn = LocalDate.ofInstant(transmitted.transmittedAt(), zone);
        var answerDueOn = masters.terms(destination).answerDueOn(transmittedOn);

        var attempt = claims.attempt(transmitted.claimId(), transmitted.attemptId());
        attempt.transmitted(transmitted.transmittedAt(), transmitted.interchange(), answerDueOn);
        var lines = claim.content().lines();
        ledger.openReceivable(
                cause, new Charge(claim.claimId(), claim.facility(), claim.destinationRank(), destination, lines));
        var isAwaited = claim.isCurrentAttempt(transmitted.attemptId())
                && VersionTransition.SUBMIT.isPossibleFrom(
                        claim.standing().axes().version());
        if (isAwaited) {
            var submitted = claim.submit(transmitted, answerDueOn);
            news.tell(
                    cause,
                    claim,
                    submitted,
                    "Attempt " + attempt.attempt() + " left in interchange " + transmitted.interchange()
                            + "; an answer is due on " + answerDueOn + ".");
        } else {
            news.note(
                    cause,
                    claim,
                    "SubmissionConfirmedLate",
                    "Attempt " + attempt.attempt() + " had left; what followed from it was known already.");
        }
    }
}
