package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The hospital or site that bills; every person and machine is limited to its facilities. */
public record FacilityId(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{2,20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FacilityId {
        InvalidValue.require(
                FORMAT.matcher(value).matches(),
                "FACILITY_ID_FORMAT",
                "a facility id is 2 to 20 upper-case letters or digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
