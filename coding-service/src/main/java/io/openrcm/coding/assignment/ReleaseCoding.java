package io.openrcm.coding.assignment;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.Codebook;
import io.openrcm.coding.edits.EncounterRules;
import io.openrcm.coding.encounter.Encounter;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coder's work is done: it is validated against the codebook and handed over for billing. */
@ApplicationScoped
public class ReleaseCoding {

    private final OpenEncounters encounters;
    private final Codebook codebook;
    private final Outbox outbox;
    private final Clock clock;

    public ReleaseCoding(OpenEncounters encounters, Codebook codebook, Outbox outbox, Clock clock) {
        this.encounters = encounters;
        this.codebook = codebook;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Says {@code EncounterCoded}.
     *
     * @param ifMatch the ETag that the coder read
     * @throws Problem {@code ENCOUNTER_INVALID}, {@code CODING_INCOMPLETE} or {@code ENCOUNTER_UNUSABLE} with what is missing or wrong
     */
    @Transactional
    public Encounter release(UUID id, @Nullable String ifMatch) {
        Encounter encounter = encounters.read(id, ifMatch);
        requireRules(encounter);
        var cause = new Cause(Ids.derived(id, "release/" + encounter.revision()), id);
        outbox.record(cause, encounter, encounter.release(codebook.table()));
        encounters.write();
        return encounter;
    }

    /** The hospital may have sent a version since, to which the coder's work does not fit. */
    private void requireRules(Encounter encounter) {
        List<FieldError> errors = EncounterRules.errorsOf(encounter.coded(), LocalDate.now(clock));
        if (!errors.isEmpty()) {
            throw new Problem(CodingProblem.ENCOUNTER_INVALID, "Mend the codes and release again.", errors);
        }
    }
}
