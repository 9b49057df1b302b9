package io.openrcm.coding.assignment;

import io.openrcm.coding.codebook.Codebook;
import io.openrcm.coding.encounter.Encounter;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coder's work is done: it is validated against the codebook and handed over for billing. */
@ApplicationScoped
public class ReleaseCoding {

    private final OpenEncounters encounters;
    private final Codebook codebook;
    private final Outbox outbox;

    public ReleaseCoding(OpenEncounters encounters, Codebook codebook, Outbox outbox) {
        this.encounters = encounters;
        this.codebook = codebook;
        this.outbox = outbox;
    }

    /**
     * Says {@code EncounterCoded}.
     *
     * @param ifMatch the ETag that the coder read
     * @throws Problem {@code CODING_INCOMPLETE} or {@code ENCOUNTER_UNUSABLE} with what is missing or wrong
     */
    @Transactional
    public Encounter release(UUID id, @Nullable String ifMatch) {
        Encounter encounter = encounters.read(id, ifMatch);
        var cause = new Cause(Ids.derived(id, "release/" + encounter.revision()), id);
        outbox.record(cause, encounter, encounter.release(codebook.table()));
        encounters.write();
        return encounter;
    }
}
