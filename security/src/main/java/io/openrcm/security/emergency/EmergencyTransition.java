package io.openrcm.security.emergency;

import static io.openrcm.security.emergency.EmergencyStatus.APPROVED;
import static io.openrcm.security.emergency.EmergencyStatus.ENDED;
import static io.openrcm.security.emergency.EmergencyStatus.REFUSED;
import static io.openrcm.security.emergency.EmergencyStatus.REQUESTED;
import static io.openrcm.security.emergency.EmergencyStatus.REVIEWED;

import java.util.EnumSet;
import java.util.Set;

/** The life of an emergency access: the only ways in which it moves. That its time is over is no move; the clock says so. */
public enum EmergencyTransition {
    // spotless:off
    APPROVE (from(REQUESTED),       APPROVED),
    REFUSE  (from(REQUESTED),       REFUSED),
    END     (from(APPROVED),        ENDED),
    REVIEW  (from(APPROVED, ENDED), REVIEWED);
    // spotless:on

    private final Set<EmergencyStatus> from;
    private final EmergencyStatus to;

    EmergencyTransition(Set<EmergencyStatus> from, EmergencyStatus to) {
        this.from = from;
        this.to = to;
    }

    public boolean isPossibleFrom(EmergencyStatus status) {
        return from.contains(status);
    }

    public Set<EmergencyStatus> from() {
        return Set.copyOf(from);
    }

    public EmergencyStatus to() {
        return to;
    }

    private static Set<EmergencyStatus> from(EmergencyStatus first, EmergencyStatus... rest) {
        return EnumSet.of(first, rest);
    }
}
