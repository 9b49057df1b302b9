package io.openrcm.claims.scrubbing;

import io.openrcm.events.claims.ClaimEvent.HoldReason;

/**
 * What a claim edit says about a claim.
 *
 * @param field JSON pointer into the content; empty for the claim as a whole
 * @param owner the team that can mend it, as on the wire
 */
public record Finding(String editId, Severity severity, String field, String message, String owner) {

    public boolean holds() {
        return severity != Severity.WARNING;
    }

    public HoldReason toHoldReason() {
        return new HoldReason(editId, field, message, owner);
    }
}
