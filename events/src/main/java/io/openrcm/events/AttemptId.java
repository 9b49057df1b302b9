package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One sending of a claim version; a retry is a new attempt. */
public record AttemptId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttemptId {}

    public static AttemptId of(String uuid) {
        return new AttemptId(UUID.fromString(uuid));
    }

    /** The claim's first sending, its second and so on. */
    public static AttemptId of(ClaimId claim, int ordinal) {
        return new AttemptId(Ids.derived(claim.value(), Integer.toString(ordinal)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
