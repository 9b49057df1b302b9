package io.openrcm.events.encounter;

import org.jspecify.annotations.Nullable;

/** A person's name as on the insurance card; protected health information, so {@link #toString()} shows nothing. */
public record PersonName(
        String family, String given, @Nullable String middle) {

    @Override
    public String toString() {
        return "PersonName[withheld]";
    }
}
