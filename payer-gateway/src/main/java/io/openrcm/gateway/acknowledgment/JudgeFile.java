package io.openrcm.gateway.acknowledgment;

import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RejectionReason.Source;
import io.openrcm.gateway.interchange.SentInterchange;
import io.openrcm.gateway.interchange.SentSet;
import io.openrcm.gateway.submission.Submission;
import io.openrcm.gateway.submission.SubmissionTransition;
import io.openrcm.gateway.submission.Submissions;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What a partner's word on an envelope (TA1) or on syntax (999) means for the claims in the file. */
@ApplicationScoped
class JudgeFile {

    /** TA105: this interchange control number was used before. As we never use one twice, the partner has had this very file. */
    private static final String RECEIVED_BEFORE = "025";

    private final Submissions submissions;
    private final TellClaims tellClaims;

    JudgeFile(Submissions submissions, TellClaims tellClaims) {
        this.submissions = submissions;
        this.tellClaims = tellClaims;
    }

    void envelope(Origin origin, SentInterchange interchange, InterchangeAck ack) {
        boolean refused = ack.verdict().isRejected() && !ack.note().equals(RECEIVED_BEFORE);
        interchange.acknowledge(refused ? Verdict.REJECTED : Verdict.ACCEPTED, ack.note());
        if (refused) {
            var reasons = List.of(new RejectionReason(Source.ENVELOPE, ack.note(), null, null));
            var rejected = new ArrayList<ClaimNews>();
            for (var submission : submissions.carriedBy(interchange.id())) {
                if (submission.rejectEnvelope(origin.receivedAt())) {
                    rejected.add(new ClaimNews.Rejection(submission, reasons));
                }
            }
            tellClaims.tell(origin, rejected);
        }
    }

    /** A refused transaction set takes every claim in it down, also those without an error of their own. */
    void syntax(Origin origin, SentSet set, ImplementationAck ack) {
        var verdict = ack.verdictOn(set.setControl());
        set.acknowledge(verdict);
        if (!verdict.isRejected()) {
            submissions.moveAll(SubmissionTransition.ACCEPT_SYNTAX, set.interchangeId(), set.setControl());
            return;
        }
        var carried = submissions.carriedBy(set.interchangeId(), set.setControl());
        var reasons = SyntaxReasons.of(ack, set.setControl(), carried);
        var rejected = new ArrayList<ClaimNews>();
        for (Submission submission : carried) {
            if (submission.rejectSyntax(origin.receivedAt())) {
                rejected.add(new ClaimNews.Rejection(submission, reasons.forClaim(submission.claimNumber())));
            }
        }
        tellClaims.tell(origin, rejected);
    }
}
