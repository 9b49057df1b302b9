package io.openrcm.coding;

import io.openrcm.rest.ProblemCode;

/** What coding-service can refuse, beside the errors that every service knows. */
public enum CodingProblem implements ProblemCode {
    ENCOUNTER_INVALID(422, "The encounter breaks the rules named in 'errors'"),
    ENCOUNTER_VERSION_CONFLICT(409, "This version of the encounter was sent before with other content"),
    STALE_ENCOUNTER_VERSION(409, "A later version of the encounter is known"),
    ENCOUNTER_ALREADY_RELEASED(409, "The encounter was released for billing, so it cannot become not billable"),
    NOT_QUARANTINED(409, "Only an encounter in quarantine can be tried again"),
    STATUS_FORBIDS(409, "The encounter's status does not allow this"),
    TAKEN_BY_ANOTHER_CODER(409, "Another coder works on this encounter"),
    CODING_INCOMPLETE(422, "Codes are missing, so the encounter cannot be released"),
    ENCOUNTER_UNUSABLE(422, "The encounter cannot be billed for the reasons in 'errors'"),
    LINE_TOO_LONG(400, "A line of a stream has at most 1 MB"),
    UNKNOWN_CODE_SYSTEM(404, "There is no such code system"),
    STALE_CODE_RELEASE(409, "A later release of this code system is loaded"),
    CODE_RELEASE_INVALID(422, "The release file does not read as its format");

    private final int status;
    private final String title;

    CodingProblem(int status, String title) {
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
