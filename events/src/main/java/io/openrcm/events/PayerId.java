package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Who owes the money, by the id under which claims are sent to it. */
public record PayerId(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{2,20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayerId {
        InvalidValue.require(
                FORMAT.matcher(value).matches(),
                "PAYER_ID_FORMAT",
                "a payer id is 2 to 20 upper-case letters or digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
