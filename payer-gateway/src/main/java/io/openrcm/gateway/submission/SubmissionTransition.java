package io.openrcm.gateway.submission;

import static io.openrcm.gateway.submission.SubmissionStatus.ACCEPTED;
import static io.openrcm.gateway.submission.SubmissionStatus.ENVELOPE_REJECTED;
import static io.openrcm.gateway.submission.SubmissionStatus.FORWARDED;
import static io.openrcm.gateway.submission.SubmissionStatus.PREPARED;
import static io.openrcm.gateway.submission.SubmissionStatus.QUEUED;
import static io.openrcm.gateway.submission.SubmissionStatus.REFUSED;
import static io.openrcm.gateway.submission.SubmissionStatus.REJECTED;
import static io.openrcm.gateway.submission.SubmissionStatus.SENT;
import static io.openrcm.gateway.submission.SubmissionStatus.SYNTAX_ACCEPTED;
import static io.openrcm.gateway.submission.SubmissionStatus.SYNTAX_REJECTED;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every move of a submission. Acknowledgments come in any order: a claim can be accepted by the payer before its syntax is
 * acknowledged, and refused after it was accepted. What is not in this table changes nothing.
 */
public enum SubmissionTransition {
    // spotless:off
    REFUSE           (from(QUEUED),                                       REFUSED),
    PREPARE          (from(QUEUED),                                       PREPARED),
    DELIVER          (from(PREPARED),                                     SENT),
    REJECT_ENVELOPE  (from(SENT),                                         ENVELOPE_REJECTED),
    ACCEPT_SYNTAX    (from(SENT),                                         SYNTAX_ACCEPTED),
    REJECT_SYNTAX    (from(SENT, SYNTAX_ACCEPTED),                        SYNTAX_REJECTED),
    FORWARD          (from(SENT, SYNTAX_ACCEPTED),                        FORWARDED),
    ACCEPT           (from(SENT, SYNTAX_ACCEPTED, FORWARDED),             ACCEPTED),
    REJECT           (from(SENT, SYNTAX_ACCEPTED, FORWARDED, ACCEPTED),   REJECTED),
    /** Only for a payer's word after a clearinghouse's refusal. */
    ACCEPT_AFTER_ALL (from(REJECTED),                                     ACCEPTED);
    // spotless:on

    private final Set<SubmissionStatus> from;
    private final SubmissionStatus to;

    SubmissionTransition(EnumSet<SubmissionStatus> from, SubmissionStatus to) {
        this.from = Set.copyOf(from);
        this.to = to;
    }

    private static EnumSet<SubmissionStatus> from(SubmissionStatus first, SubmissionStatus... more) {
        return EnumSet.of(first, more);
    }

    public Set<SubmissionStatus> from() {
        return from;
    }

    public SubmissionStatus to() {
        return to;
    }

    public boolean leavesFrom(SubmissionStatus status) {
        return from.contains(status);
    }
}
