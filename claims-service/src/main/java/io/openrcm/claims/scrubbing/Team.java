package io.openrcm.claims.scrubbing;

import java.util.Locale;

/** Who can mend what an edit finds. */
public enum Team {
    REGISTRATION,
    CODING,
    BILLING,
    ADMINISTRATION;

    /** As events carry it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
