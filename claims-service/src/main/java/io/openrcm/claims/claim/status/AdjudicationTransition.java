package io.openrcm.claims.claim.status;

import static io.openrcm.claims.claim.status.AdjudicationStatus.DENIED;
import static io.openrcm.claims.claim.status.AdjudicationStatus.PAID;
import static io.openrcm.claims.claim.status.AdjudicationStatus.PARTIALLY_PAID;
import static io.openrcm.claims.claim.status.AdjudicationStatus.REVERSED;

import java.util.EnumSet;
import java.util.Set;

/** How decisions follow each other; a payer may decide, take back and decide again any number of times. */
public enum AdjudicationTransition implements Transition<AdjudicationStatus> {
    // spotless:off
    PAY        (EnumSet.allOf(AdjudicationStatus.class),     PAID),
    PAY_PARTLY (EnumSet.allOf(AdjudicationStatus.class),     PARTIALLY_PAID),
    DENY       (EnumSet.allOf(AdjudicationStatus.class),     DENIED),
    REVERSE    (EnumSet.of(PAID, PARTIALLY_PAID, DENIED),    REVERSED);
    // spotless:on

    private final Set<AdjudicationStatus> from;
    private final AdjudicationStatus to;

    AdjudicationTransition(Set<AdjudicationStatus> from, AdjudicationStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<AdjudicationStatus> from() {
        return from;
    }

    @Override
    public AdjudicationStatus to() {
        return to;
    }
}
