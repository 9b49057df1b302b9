package io.openrcm.claims.building;

import io.openrcm.events.EncounterId;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.delivery.Cause;

/** An encounter released for billing, what is to be made of it, and the message that told of it. */
public record PlannedEncounter(Cause cause, EncounterId encounterId, CodedEncounter encounter, ClaimPlan plan) {

    int sourceVersion() {
        return encounter.source().version();
    }
}
