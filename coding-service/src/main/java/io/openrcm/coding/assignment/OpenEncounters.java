package io.openrcm.coding.assignment;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.encounter.Encounter;
import io.openrcm.coding.encounter.Encounters;
import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.rest.ETags;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.security.access.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Encounters as coders edit them: each edit says which state it was made from. */
@ApplicationScoped
public class OpenEncounters {

    private final Encounters encounters;
    private final Acting acting;

    public OpenEncounters(Encounters encounters, Acting acting) {
        this.encounters = encounters;
        this.acting = acting;
    }

    Encounter read(UUID id) {
        return encounters.get(id);
    }

    /**
     * The encounter, if it still is what the coder read and nobody else codes it.
     *
     * @throws Problem 404, 409 {@code TAKEN_BY_ANOTHER_CODER}, 412 {@code STALE_VERSION}, 428 {@code PRECONDITION_REQUIRED}
     */
    Encounter read(UUID id, @Nullable String ifMatch) {
        Encounter encounter = encounters.get(id);
        Long expected = ETags.expected(ifMatch);
        if (expected == null) {
            throw new Problem(RestProblem.PRECONDITION_REQUIRED, "Send the ETag of the encounter in If-Match.");
        }
        ETags.check(expected, encounter.revision());
        refuseIfAnotherCodes(encounter);
        return encounter;
    }

    void refuseIfAnotherCodes(Encounter encounter) {
        boolean isTaken = encounter.codingStatus() == CodingStatus.IN_CODING;
        if (isTaken && !acting.known().name().equals(encounter.coder())) {
            throw new Problem(CodingProblem.TAKEN_BY_ANOTHER_CODER, "Ask for it to be handed back first.");
        }
    }

    /** Sends the change now, so that the new ETag is known. */
    void write() {
        encounters.flush();
    }
}
