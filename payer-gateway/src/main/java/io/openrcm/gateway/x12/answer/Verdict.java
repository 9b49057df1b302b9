package io.openrcm.gateway.x12.answer;

/** What a syntax acknowledgment says of an interchange, a group or a transaction set. */
public enum Verdict {
    ACCEPTED,
    /** Went through; do not send again. */
    ACCEPTED_WITH_ERRORS,
    /** Of a group only: some of its sets went through. */
    PARTLY_ACCEPTED,
    /** All of it is to be sent again. */
    REJECTED;

    public boolean isRejected() {
        return this == REJECTED;
    }
}
