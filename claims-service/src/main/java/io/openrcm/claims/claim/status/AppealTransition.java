package io.openrcm.claims.claim.status;

import static io.openrcm.claims.claim.status.AppealStatus.DECIDED;
import static io.openrcm.claims.claim.status.AppealStatus.FILED;

import java.util.EnumSet;
import java.util.Set;

/** The appeal axis; each level of appeal is filed anew. */
public enum AppealTransition implements Transition<AppealStatus> {
    // spotless:off
    FILE       (EnumSet.allOf(AppealStatus.class),           FILED),
    DECIDE     (EnumSet.of(FILED),                           DECIDED);
    // spotless:on

    private final Set<AppealStatus> from;
    private final AppealStatus to;

    AppealTransition(Set<AppealStatus> from, AppealStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<AppealStatus> from() {
        return from;
    }

    @Override
    public AppealStatus to() {
        return to;
    }
}
