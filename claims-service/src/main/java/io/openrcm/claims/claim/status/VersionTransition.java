package io.openrcm.claims.claim.status;

import static io.openrcm.claims.claim.status.VersionStatus.DRAFT;
import static io.openrcm.claims.claim.status.VersionStatus.HELD;
import static io.openrcm.claims.claim.status.VersionStatus.RELEASED;
import static io.openrcm.claims.claim.status.VersionStatus.SUBMITTED;
import static io.openrcm.claims.claim.status.VersionStatus.SUPERSEDED;

import java.util.EnumSet;
import java.util.Set;

/** The life of one claim version. */
public enum VersionTransition implements Transition<VersionStatus> {
    // spotless:off
    REDRAFT   (EnumSet.of(DRAFT, HELD),                      DRAFT),
    HOLD      (EnumSet.of(DRAFT, HELD),                      HELD),
    RELEASE   (EnumSet.of(DRAFT, HELD),                      RELEASED),
    /** The gateway could not send it. */
    REFUSE    (EnumSet.of(RELEASED),                         HELD),
    SUBMIT    (EnumSet.of(RELEASED),                         SUBMITTED),
    SUPERSEDE (EnumSet.of(HELD, SUBMITTED),                  SUPERSEDED);
    // spotless:on

    private final Set<VersionStatus> from;
    private final VersionStatus to;

    VersionTransition(Set<VersionStatus> from, VersionStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<VersionStatus> from() {
        return from;
    }

    @Override
    public VersionStatus to() {
        return to;
    }
}
