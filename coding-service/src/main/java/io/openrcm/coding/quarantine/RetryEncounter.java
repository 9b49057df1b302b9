package io.openrcm.coding.quarantine;

import io.openrcm.coding.codebook.Codebook;
import io.openrcm.coding.encounter.Encounter;
import io.openrcm.coding.encounter.Encounters;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Judges a quarantined encounter again, after the codebook or its codes were mended. */
@ApplicationScoped
public class RetryEncounter {

    private final Encounters encounters;
    private final Codebook codebook;
    private final Outbox outbox;
    private final Clock clock;

    public RetryEncounter(Encounters encounters, Codebook codebook, Outbox outbox, Clock clock) {
        this.encounters = encounters;
        this.codebook = codebook;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The encounter as it stands afterwards; it may still be in quarantine. */
    @Transactional
    public Encounter retry(UUID id) {
        Encounter encounter = encounters.get(id);
        var cause = new Cause(Ids.derived(id, "retry/" + encounter.revision()), id);
        encounter.retry(codebook.table(), clock.instant()).ifPresent(coded -> outbox.record(cause, encounter, coded));
        encounters.flush();
        return encounter;
    }
}
