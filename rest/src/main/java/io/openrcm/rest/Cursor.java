package io.openrcm.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended: the sort keys of its last row, opaque to the caller. */
public final class Cursor {

    private static final String SEPARATOR = "\n";

    private Cursor() {}

    public static String encode(String... keys) {
        byte[] bytes = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The keys in the order they were encoded; a cursor that is none of ours is the caller's error. */
    public static List<String> decode(String after, int keys) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == keys) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid(notBase64);
        }
        throw invalid(null);
    }

    /** The caller's error, for a list whose keys do not read as its types either. */
    public static Problem invalid(@org.jspecify.annotations.Nullable Throwable cause) {
        Problem problem =
                new Problem(RestProblem.INVALID_CURSOR, "Use the value of 'next' from the page before, unchanged.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
