package io.openrcm.claims.building;

import io.openrcm.events.EncounterId;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.coding.CodingEvent;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Message;

/** An encounter released for billing, what is to be made of it, and the message that told of it. */
public record PlannedEncounter(
        Message<CodingEvent> message, EncounterId encounterId, CodedEncounter encounter, ClaimPlan plan) {

    Cause cause() {
        return message.cause();
    }

    int sourceVersion() {
        return encounter.source().version();
    }
}
