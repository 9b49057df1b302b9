package io.openrcm.claims.claim.status;

import static io.openrcm.claims.claim.status.AcknowledgmentStatus.ACCEPTED;
import static io.openrcm.claims.claim.status.AcknowledgmentStatus.NONE;
import static io.openrcm.claims.claim.status.AcknowledgmentStatus.PENDED;
import static io.openrcm.claims.claim.status.AcknowledgmentStatus.REJECTED;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a payer may say about one attempt, in which order. A clearinghouse accepts and its payer then rejects: that is
 * legal. A rejection is undone by nothing but a new attempt, since an acceptance does not say who gave it.
 */
public enum AcknowledgmentTransition implements Transition<AcknowledgmentStatus> {
    // spotless:off
    ACCEPT    (EnumSet.of(NONE, ACCEPTED, PENDED),           ACCEPTED),
    PEND      (EnumSet.of(NONE, ACCEPTED, PENDED),           PENDED),
    REJECT    (EnumSet.of(NONE, ACCEPTED, PENDED),           REJECTED),
    /** A new attempt has left; what was said about the one before is history. */
    ASK_AGAIN (EnumSet.allOf(AcknowledgmentStatus.class),    NONE);
    // spotless:on

    private final Set<AcknowledgmentStatus> from;
    private final AcknowledgmentStatus to;

    AcknowledgmentTransition(Set<AcknowledgmentStatus> from, AcknowledgmentStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<AcknowledgmentStatus> from() {
        return from;
    }

    @Override
    public AcknowledgmentStatus to() {
        return to;
    }
}
