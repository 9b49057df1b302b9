package io.openrcm.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of what is edited: the {@code ETag} of a GET comes back as the edit's {@code If-Match}. */
public final class ETags {

    private ETags() {}

    /** The tag's value, without quotes: the row's version. */
    public static String of(long version) {
        return Long.toString(version);
    }

    /** The version that the caller has seen; absent when the caller does not care. */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException notOurs) {
            Problem problem = new Problem(
                    RestProblem.INVALID_PARAMETER,
                    "If-Match is the ETag of the GET, unchanged.",
                    List.of(new FieldError("If-Match", "ETAG", "the ETag of the GET, unchanged")));
            problem.addSuppressed(notOurs);
            throw problem;
        }
    }

    /** Refuses a write that was prepared on an older version. */
    public static void check(@Nullable Long expected, long actual) {
        if (expected != null && expected != actual) {
            throw new Problem(RestProblem.STALE_VERSION, "Read it again, then repeat the edit with the new ETag.");
        }
    }
}
