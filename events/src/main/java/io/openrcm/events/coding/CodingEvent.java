package io.openrcm.events.coding;

import io.openrcm.events.EncounterId;
import io.openrcm.events.Event;
import io.openrcm.security.access.AboutPatient;
import java.util.UUID;

/** What coding-service says, on {@code coding-events}; the aggregate is the encounter. */
public sealed interface CodingEvent extends Event {

    EncounterId encounterId();

    @Override
    default UUID aggregateId() {
        return encounterId().value();
    }

    /** Codes are complete and released for billing. Said again with a higher source version when the hospital changed it. */
    record EncounterCoded(
            EncounterId encounterId, @AboutPatient CodedEncounter encounter) implements CodingEvent {}
}
