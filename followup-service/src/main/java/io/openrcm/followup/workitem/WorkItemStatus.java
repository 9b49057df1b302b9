package io.openrcm.followup.workitem;

/** Where a work item stands. */
public enum WorkItemStatus {
    OPEN,
    TAKEN,
    /** A correction or an appeal is under way; the payer has the next word. */
    WAITING,
    RESOLVED
}
