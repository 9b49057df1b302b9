package io.openrcm.followup.workitem;

import static io.openrcm.followup.workitem.WorkItemStatus.OPEN;
import static io.openrcm.followup.workitem.WorkItemStatus.RESOLVED;
import static io.openrcm.followup.workitem.WorkItemStatus.TAKEN;
import static io.openrcm.followup.workitem.WorkItemStatus.WAITING;

import java.util.EnumSet;
import java.util.Set;

/** The life of a work item: the only ways in which it moves. */
public enum WorkItemTransition {
    // spotless:off
    TAKE             (from(OPEN, TAKEN),          TAKEN),
    GIVE_BACK        (from(TAKEN),                OPEN),
    ASK_CORRECTION   (from(OPEN, TAKEN),          WAITING),
    FILE_APPEAL      (from(OPEN, TAKEN),          WAITING),
    RESOLVE          (from(OPEN, TAKEN, WAITING), RESOLVED);
    // spotless:on

    private final Set<WorkItemStatus> from;
    private final WorkItemStatus to;

    WorkItemTransition(Set<WorkItemStatus> from, WorkItemStatus to) {
        this.from = from;
        this.to = to;
    }

    public boolean isPossibleFrom(WorkItemStatus status) {
        return from.contains(status);
    }

    public Set<WorkItemStatus> from() {
        return Set.copyOf(from);
    }

    public WorkItemStatus to() {
        return to;
    }

    private static Set<WorkItemStatus> from(WorkItemStatus first, WorkItemStatus... rest) {
        return EnumSet.of(first, rest);
    }
}
