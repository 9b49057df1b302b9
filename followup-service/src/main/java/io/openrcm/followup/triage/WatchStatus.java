package io.openrcm.followup.triage;

/** What follow-up awaits about a claim. */
public enum WatchStatus {
    /** Nothing has left, or it came back refused. */
    NOT_FILED,
    AWAITING_ANSWER,
    /** The day passed without an answer; a work item is open. */
    OVERDUE,
    ANSWERED
}
