package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The claim chain: one claim through all its versions, at one payer sequence. */
public record ClaimId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClaimId {}

    public static ClaimId of(String uuid) {
        return new ClaimId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
