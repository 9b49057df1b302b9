package io.openrcm.gateway.submission;

import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Message;

/** A claim that passed every edit, and the message that said so. */
public record ReleasedClaim(Message<? extends ClaimEvent> message) {

    public ClaimReleased event() {
        return (ClaimReleased) message.event();
    }

    public Cause cause() {
        return message.cause();
    }
}
