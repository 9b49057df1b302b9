package io.openrcm.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Our patient control number (CLM01), which the payer echoes; one number for the whole chain. At most 14 upper-case
 * letters and digits, the length that every payer returns untruncated.
 */
public record ClaimNumber(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{4,14}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClaimNumber {
        InvalidValue.require(
                FORMAT.matcher(value).matches(),
                "CLAIM_NUMBER_FORMAT",
                "a claim number is 4 to 14 upper-case letters or digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
