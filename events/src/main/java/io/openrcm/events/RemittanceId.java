package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One payment with its account of claims: one transaction of a remittance file. */
public record RemittanceId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RemittanceId {}

    public static RemittanceId of(String uuid) {
        return new RemittanceId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
