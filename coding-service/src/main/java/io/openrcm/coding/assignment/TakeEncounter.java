package io.openrcm.coding.assignment;

import io.openrcm.coding.encounter.Encounter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A coder takes an encounter to work on, or hands it back. */
@ApplicationScoped
public class TakeEncounter {

    private final OpenEncounters encounters;

    public TakeEncounter(OpenEncounters encounters) {
        this.encounters = encounters;
    }

    @Transactional
    public Encounter take(UUID id, String coder) {
        Encounter encounter = encounters.read(id);
        encounter.takeBy(coder);
        encounters.write();
        return encounter;
    }

    /** Leaves the codes that were assigned so far for the next coder. */
    @Transactional
    public void handBack(UUID id) {
        encounters.read(id).handBack();
    }
}
