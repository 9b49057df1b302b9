package io.openrcm.coding.encounter.status;

import static io.openrcm.coding.encounter.status.EncounterStatus.ACCEPTED;
import static io.openrcm.coding.encounter.status.EncounterStatus.NOT_BILLABLE;
import static io.openrcm.coding.encounter.status.EncounterStatus.QUARANTINED;
import static io.openrcm.coding.encounter.status.EncounterStatus.RECEIVED;

import java.util.EnumSet;
import java.util.Set;

/** Every way in which an encounter's status can move. */
public enum EncounterTransition {
    // spotless:off
    ACCEPT     (from(RECEIVED),                            ACCEPTED),
    QUARANTINE (from(RECEIVED),                            QUARANTINED),
    EXCLUDE    (from(RECEIVED),                            NOT_BILLABLE),
    /** The hospital sent a later version. */
    CHANGE     (from(QUARANTINED, ACCEPTED, NOT_BILLABLE), RECEIVED),
    /** Something was mended: it is judged again. */
    RETRY      (from(QUARANTINED),                         RECEIVED);
    // spotless:on

    private final Set<EncounterStatus> from;
    private final EncounterStatus to;

    EncounterTransition(Set<EncounterStatus> from, EncounterStatus to) {
        this.from = from;
        this.to = to;
    }

    private static Set<EncounterStatus> from(EncounterStatus first, EncounterStatus... rest) {
        return EnumSet.of(first, rest);
    }

    public boolean isPossibleFrom(EncounterStatus status) {
        return from.contains(status);
    }

    public EncounterStatus to() {
        return to;
    }
}
