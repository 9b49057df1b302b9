package io.openrcm.coding.edits;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.CodeTable;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between a well-formed encounter and its bill.
 *
 * @param obstacles what makes it unusable as it is
 * @param gaps codes that a coder has to give
 */
public record Judgement(List<FieldError> obstacles, List<FieldError> gaps) {

    public static Judgement of(CodedEncounter encounter, CodeTable codes) {
        return new Judgement(BillingObstacles.of(encounter, codes), CodingGaps.of(encounter));
    }

    public boolean isUsable() {
        return obstacles.isEmpty();
    }

    public boolean isComplete() {
        return gaps.isEmpty();
    }

    public List<FieldError> problems() {
        return Stream.concat(obstacles.stream(), gaps.stream()).toList();
    }

    /** For a coder's release, where every problem is an error. */
    public void refuseUnlessReleasable() {
        if (!isComplete()) {
            throw new Problem(CodingProblem.CODING_INCOMPLETE, "Fill the gaps and release again.", problems());
        }
        if (!isUsable()) {
            throw new Problem(CodingProblem.ENCOUNTER_UNUSABLE, "Mend what is named and release again.", problems());
        }
    }
}
