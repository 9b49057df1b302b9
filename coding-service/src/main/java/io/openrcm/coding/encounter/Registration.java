package io.openrcm.coding.encounter;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.events.EncounterId;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.ProblemCode;
import java.util.List;

/** What became of one sending of an encounter. */
public sealed interface Registration {

    EncounterId id();

    /**
     * The answer to a sending; the same sending gets it again.
     *
     * @param version the version in the source system
     * @param problems why it waits, in quarantine or for a coder
     */
    record Receipt(
            EncounterId id,
            EncounterStatus status,
            CodingStatus codingStatus,
            int version,
            List<FieldError> problems) {}

    /**
     * We have it.
     *
     * @param isNew false for a later version and for the same sending again
     */
    record Kept(EncounterId id, boolean isNew, Receipt receipt) implements Registration {}

    /**
     * Nothing was changed.
     *
     * @param field what stands against it, as a JSON pointer
     */
    record Refused(EncounterId id, ProblemCode code, String field, String detail) implements Registration {

        /** The version does not fit what is known. */
        static Refused version(EncounterId id, CodingProblem code, String detail) {
            return new Refused(id, code, "/source/version", detail);
        }

        public List<FieldError> errors() {
            return List.of(new FieldError(field, code.name(), detail));
        }
    }
}
