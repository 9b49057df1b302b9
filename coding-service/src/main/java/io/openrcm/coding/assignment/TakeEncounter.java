package io.openrcm.coding.assignment;

import io.openrcm.coding.encounter.Encounter;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coder takes an encounter to work on, or hands it back; a supervisor does either for a coder. */
@ApplicationScoped
public class TakeEncounter {

    private final OpenEncounters encounters;
    private final Acting acting;

    public TakeEncounter(OpenEncounters encounters, Acting acting) {
        this.encounters = encounters;
        this.acting = acting;
    }

    /**
     * Gives the encounter to a coder.
     *
     * @param named whom a supervisor names; absent: the caller
     */
    @Transactional
    public Encounter take(UUID id, @Nullable String named) {
        String coder = named == null ? callingCoder() : allowed(named);
        Encounter encounter = encounters.read(id);
        encounter.takeBy(coder);
        encounters.write();
        return encounter;
    }

    /** Leaves the codes that were assigned so far for the next coder. */
    @Transactional
    public void handBack(UUID id) {
        Encounter encounter = encounters.read(id);
        if (!isSupervisor()) {
            encounters.refuseIfAnotherCodes(encounter);
        }
        encounter.handBack();
    }

    private String callingCoder() {
        if (!acting.known().roles().contains(Roles.CODER)) {
            throw new Problem(
                    RestProblem.INVALID_FIELD,
                    "Mend the field and send it again.",
                    List.of(new FieldError("/name", "REQUIRED", "the coder, from a supervisor who does not code")));
        }
        return acting.known().name();
    }

    private String allowed(String named) {
        if (!isSupervisor() && !named.equals(acting.known().name())) {
            throw new Problem(RestProblem.FORBIDDEN, "Only a supervisor gives an encounter to somebody else.");
        }
        return named;
    }

    private boolean isSupervisor() {
        return acting.known().roles().contains(Roles.SUPERVISOR);
    }
}
