package io.openrcm.coding.assignment;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.Codebook;
import io.openrcm.coding.edits.EncounterRules;
import io.openrcm.coding.encounter.CodeAssignment;
import io.openrcm.coding.encounter.Encounter;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Charge;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what a coder assigned so far; gaps may remain, broken rules may not. */
@ApplicationScoped
public class AssignCodes {

    private final OpenEncounters encounters;
    private final Codebook codebook;
    private final Clock clock;

    public AssignCodes(OpenEncounters encounters, Codebook codebook, Clock clock) {
        this.encounters = encounters;
        this.codebook = codebook;
        this.clock = clock;
    }

    /**
     * Replaces the coder's earlier work.
     *
     * @param ifMatch the ETag that the coder read
     * @throws Problem {@code ENCOUNTER_INVALID}; its pointers lead into the encounter with the codes laid over it, those to
     *     charges that the encounter does not have into the assignment
     */
    @Transactional
    public Encounter assign(UUID id, @Nullable String ifMatch, CodeAssignment assignment) {
        Encounter encounter = encounters.read(id, ifMatch);
        CodedEncounter sent = encounter.content().forBilling();
        List<FieldError> errors = new ArrayList<>(unknownCharges(assignment, sent));
        errors.addAll(EncounterRules.errorsOf(assignment.applyTo(sent), LocalDate.now(clock)));
        if (!errors.isEmpty()) {
            throw new Problem(CodingProblem.ENCOUNTER_INVALID, "Mend the codes; nothing was kept.", errors);
        }
        encounter.assign(assignment, codebook.table());
        encounters.write();
        return encounter;
    }

    private static List<FieldError> unknownCharges(CodeAssignment assignment, CodedEncounter sent) {
        Set<String> left = sent.charges().stream().map(Charge::id).collect(Collectors.toCollection(HashSet::new));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < assignment.charges().size(); i++) {
            if (!left.remove(assignment.charges().get(i).chargeId())) {
                errors.add(new FieldError(
                        "/charges/" + i + "/chargeId",
                        "CHARGE_UNKNOWN",
                        "the encounter has no such charge, or it is named twice"));
            }
        }
        return errors;
    }
}
