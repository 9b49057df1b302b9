package io.openrcm.events.encounter;

import io.openrcm.events.Npi;
import org.jspecify.annotations.Nullable;

/** A person who gave care, in one role. {@code taxonomy} is a ten-character NUCC code. */
public record Provider(
        Role role, Npi npi, PersonName name, @Nullable String taxonomy) {

    public enum Role {
        ATTENDING,
        OPERATING,
        OTHER_OPERATING,
        RENDERING,
        REFERRING
    }
}
