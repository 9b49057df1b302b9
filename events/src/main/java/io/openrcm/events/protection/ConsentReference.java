package io.openrcm.events.protection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.openrcm.events.InvalidValue;
import java.util.regex.Pattern;

/** Where the hospital keeps a patient's written consent to disclose for payment: the number of the document, not the document. */
public record ConsentReference(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,49}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConsentReference {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValue(
                    "CONSENT_REFERENCE_FORMAT",
                    "a consent reference is 1 to 50 letters, digits, dots, hyphens, underscores or slashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
