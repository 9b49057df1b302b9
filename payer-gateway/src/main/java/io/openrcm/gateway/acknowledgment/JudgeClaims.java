package io.openrcm.gateway.acknowledgment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.gateway.interchange.ConfirmDelivery;
import io.openrcm.gateway.interchange.SentSet;
import io.openrcm.gateway.submission.Answerer;
import io.openrcm.gateway.submission.Submission;
import io.openrcm.gateway.submission.Submissions;
import io.openrcm.gateway.x12.answer.ClaimAck.Batch;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a claim acknowledgment (277CA) means for the claims of one transaction set. */
@ApplicationScoped
class JudgeClaims {

    private static final Logger LOG = Logger.getLogger(JudgeClaims.class);

    private final Submissions submissions;
    private final ConfirmDelivery confirmDelivery;
    private final TellClaims tellClaims;
    private final Counter missing;

    JudgeClaims(
            Submissions submissions, ConfirmDelivery confirmDelivery, TellClaims tellClaims, MeterRegistry metrics) {
        this.submissions = submissions;
        this.confirmDelivery = confirmDelivery;
        this.tellClaims = tellClaims;
        this.missing = Counter.builder("openrcm.claims.missing")
                .description("claims of an acknowledged batch about which the acknowledgment says nothing")
                .register(metrics);
    }

    /** The claims of the set, whatever is said of them. */
    List<Submission> ofSet(Origin origin, Issuer issuer, SentSet set, Batch batch) {
        var carried = submissions.carriedBy(set.interchangeId(), set.setControl());
        int silent = judge(origin, answerer(issuer), batch, carried, true);
        if (silent > 0) {
            missing.increment(silent);
            LOG.warnf(
                    "%d claims of set %s of interchange %s are missing in the acknowledgment %s",
                    silent, set.setControl(), set.interchangeId(), origin.fileId());
        }
        return carried;
    }

    /** The batch does not say which of ours it is about, so each claim's last sending is meant. False where none is ours. */
    boolean withoutReference(Origin origin, Issuer issuer, Batch batch) {
        var numbers = batch.claims().stream().map(ClaimStatus::claimNumber).toList();
        for (var interchange : submissions.interchangesInDoubt(numbers)) {
            var _ = confirmDelivery.confirm(interchange);
        }
        var meant = submissions.lastSent(origin.partner(), numbers);
        var _ = judge(origin, answerer(issuer), batch, meant, false);
        return !meant.isEmpty();
    }

    /** The number of claims about which nobody has said a word yet. */
    private int judge(Origin origin, Answerer by, Batch batch, List<Submission> meant, boolean isWholeBatch) {
        var verdicts = verdicts(by, batch);
        var news = new ArrayList<ClaimNews>();
        int silent = 0;
        for (var submission : meant) {
            switch (verdicts.of(submission)) {
                case ClaimVerdict.Accepted(var number) -> {
                    if (submission.accept(by, number, origin.receivedAt())) {
                        news.add(new ClaimNews.Acceptance(submission, number));
                    }
                }
                case ClaimVerdict.Rejected(var reasons) -> {
                    if (submission.reject(by, origin.receivedAt())) {
                        news.add(new ClaimNews.Rejection(submission, reasons));
                    }
                }
                case ClaimVerdict.Forwarded _ -> submission.forward(origin.receivedAt());
                case null -> silent += isWholeBatch && submission.passOver() ? 1 : 0;
            }
        }
        tellClaims.tell(origin, news);
        return silent;
    }

    private static Verdicts verdicts(Answerer by, Batch batch) {
        var byClaim = new HashMap<String, ClaimVerdict>();
        // Two statuses of one claim are legal: the later one holds.
        batch.claims().forEach(claim -> byClaim.put(claim.claimNumber(), ClaimVerdict.of(by, claim)));
        var byProvider = new HashMap<String, ClaimVerdict>();
        batch.providerRefusals()
                .forEach(refusal -> byProvider.put(refusal.npi(), ClaimVerdict.rejectedWith(by, refusal.status())));
        var refusal = batch.refusal();
        var ofAll = refusal != null && refusal.isRejected() ? ClaimVerdict.rejectedWith(by, refusal) : null;
        return new Verdicts(byClaim, byProvider, ofAll);
    }

    /** The claim's own verdict, else its provider's, else the batch's. */
    private record Verdicts(
            Map<String, ClaimVerdict> byClaim,
            Map<String, ClaimVerdict> byProvider,
            @Nullable ClaimVerdict ofAll) {

        @Nullable
        ClaimVerdict of(Submission submission) {
            var own = byClaim.get(submission.claimNumber());
            var provider = byProvider.get(submission.billingNpi());
            return own != null ? own : provider != null ? provider : ofAll;
        }
    }

    private static Answerer answerer(Issuer issuer) {
        return switch (issuer.kind()) {
            case CLEARINGHOUSE -> Answerer.CLEARINGHOUSE;
            case PAYER -> Answerer.PAYER;
        };
    }
}
