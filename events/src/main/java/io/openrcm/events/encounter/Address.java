package io.openrcm.events.encounter;

import org.jspecify.annotations.Nullable;

/** A postal address in the United States; {@code zip} has five or nine digits without a hyphen. */
public record Address(String street, @Nullable String street2, String city, String state, String zip) {

    @Override
    public String toString() {
        return "Address[withheld]";
    }
}
