package io.openrcm.followup;

import io.openrcm.rest.ProblemCode;

/** Errors that only follow-up answers with. */
public enum FollowUpProblem implements ProblemCode {
    WORK_ITEM_NOT_FOUND(404, "There is no such work item"),
    WORK_ITEM_TAKEN(409, "Somebody else is working on this"),
    WORK_ITEM_STATUS(409, "The work item's status does not allow this"),
    WORK_ITEM_WITHOUT_CLAIM(422, "The work item is not about a claim of ours"),
    NO_APPEAL_RIGHTS(422, "A claim that was never adjudicated cannot be appealed"),
    APPEAL_TOO_LATE(422, "The appeal deadline has passed");

    private final int status;
    private final String title;

    FollowUpProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
