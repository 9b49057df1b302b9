package io.openrcm.coding.assignment;

import io.openrcm.coding.encounter.Encounter;
import io.openrcm.coding.encounter.Encounters;
import io.openrcm.rest.ETags;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Encounters as coders edit them: each edit says which state it was made from. */
@ApplicationScoped
public class OpenEncounters {

    private final Encounters encounters;

    public OpenEncounters(Encounters encounters) {
        this.encounters = encounters;
    }

    Encounter read(UUID id) {
        return encounters.get(id);
    }

    /**
     * The encounter, if it still is what the coder read.
     *
     * @throws Problem 404, 412 {@code STALE_VERSION}, 428 {@code PRECONDITION_REQUIRED}
     */
    Encounter read(UUID id, @Nullable String ifMatch) {
        Long expected = ETags.expected(ifMatch);
        if (expected == null) {
            throw new Problem(RestProblem.PRECONDITION_REQUIRED, "Send the ETag of the encounter in If-Match.");
        }
        Encounter encounter = encounters.get(id);
        ETags.check(expected, encounter.revision());
        return encounter;
    }

    /** Sends the change now, so that the new ETag is known. */
    void write() {
        encounters.flush();
    }
}
