package io.openrcm.claims.scrubbing;

import io.openrcm.events.claims.ClaimEvent.HoldReason;

/**
 * What a claim edit says about a claim.
 *
 * @param field JSON pointer into the content; empty for the claim as a whole
 * @param owner the team that can mend it, as on the wire
 */
public record Finding(String editId, Severity severity, String field, String message, String owner) {

    private static final int MAX_FIELD_LENGTH = 200;
    private static final int MAX_MESSAGE_LENGTH = 300;

    public Finding {
        field = cut(field, MAX_FIELD_LENGTH);
        message = cut(message, MAX_MESSAGE_LENGTH);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    public boolean holds() {
        return severity != Severity.WARNING;
    }

    public HoldReason toHoldReason() {
        return new HoldReason(editId, field, message, owner);
    }
}
