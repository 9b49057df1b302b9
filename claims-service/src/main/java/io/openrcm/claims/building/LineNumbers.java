package io.openrcm.claims.building;

import io.openrcm.events.Ids;
import java.util.Locale;
import java.util.regex.Pattern;

/** Line control numbers: the hospital's charge id, which the payer echoes with every payment of the line. */
final class LineNumbers {

    private static final int MAX_LENGTH = 30;
    private static final Pattern SAFE = Pattern.compile("[A-Z0-9-]{1," + MAX_LENGTH + "}");
    private static final int READABLE_LENGTH = 17;
    private static final int HASH_LENGTH = 12;

    private LineNumbers() {}

    /**
     * The charge id itself where a payer can echo it; otherwise what is readable of it and a hash of the whole, so that two
     * charges never share a number.
     */
    static String of(String chargeId) {
        if (SAFE.matcher(chargeId).matches()) {
            return chargeId;
        }
        var readable = chargeId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "");
        var hash = Ids.derived(chargeId).toString().replace("-", "").substring(0, HASH_LENGTH);
        return readable.substring(0, Math.min(READABLE_LENGTH, readable.length()))
                + "-"
                + hash.toUpperCase(Locale.ROOT);
    }
}
