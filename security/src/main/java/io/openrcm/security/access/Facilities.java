package io.openrcm.security.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * For which facilities somebody may see and change records. All of them is said in so many words ({@code *}) and never assumed.
 *
 * @param ids facility ids, as {@code LAKESIDE}; empty with {@code all}
 */
public record Facilities(Set<String> ids, boolean all) {

    /** How "all of them" is written in a token's claim and in the database's setting. */
    public static final String EVERY = "*";

    public static final Facilities ALL = new Facilities(Set.of(), true);
    public static final Facilities NONE = new Facilities(Set.of(), false);

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{2,20}");

    public Facilities {
        ids = Set.copyOf(ids);
        if (all && !ids.isEmpty()) {
            throw new IllegalArgumentException("all facilities, or some, not both");
        }
        for (String id : ids) {
            if (!isFacility(id)) {
                throw new IllegalArgumentException("a facility id is 2 to 20 upper-case letters or digits");
            }
        }
    }

    /** As written in a token: facility ids, or {@code *}. */
    public static Facilities of(Collection<String> written) {
        return written.contains(EVERY) ? ALL : new Facilities(Set.copyOf(written), false);
    }

    /** Whether it has the form of a facility id. */
    public static boolean isFacility(String id) {
        return FORMAT.matcher(id).matches();
    }

    public boolean include(String facility) {
        return all || ids.contains(facility);
    }

    /** The value of the database's setting {@code app.facilities}, an array literal. */
    String setting() {
        return all ? "{" + EVERY + "}" : "{" + String.join(",", new TreeSet<>(ids)) + "}";
    }

    @Override
    public String toString() {
        return setting();
    }
}
