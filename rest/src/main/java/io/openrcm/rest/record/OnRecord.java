package io.openrcm.rest.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer, or an item of a list, that is a record about a patient's care: the audit trail says which. */
public interface OnRecord {

    /** Its id or number, as paths have it; nothing that identifies a patient. */
    String recordId();

    /** Whose record it is; null where no facility is known. */
    @Nullable
    String recordFacility();

    /** What everything that follows from one encounter shares; null where it is not known here. */
    default @Nullable UUID recordCorrelation() {
        return null;
    }
}
