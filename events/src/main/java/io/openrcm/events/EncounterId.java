package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One visit or stay, as coding-service knows it. */
public record EncounterId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EncounterId {}

    public static EncounterId of(String uuid) {
        return new EncounterId(UUID.fromString(uuid));
    }

    /** Of what a facility's system calls by this id; whoever sends it again means the same encounter. */
    public static EncounterId of(FacilityId facility, String system, String idThere) {
        return new EncounterId(Ids.derived(facility + "/" + system + "/" + idThere));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
