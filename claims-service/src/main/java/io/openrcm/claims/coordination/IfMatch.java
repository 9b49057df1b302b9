package io.openrcm.claims.coordination;

import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of an edit. */
public final class IfMatch {

    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,9})\"");

    private IfMatch() {}

    /** The revision that the caller read; absent where the header is. An ETag that is none of ours matches nothing. */
    public static @Nullable Integer revision(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var matcher = REVISION.matcher(header.strip());
        if (!matcher.matches()) {
            throw new Problem(RestProblem.STALE_VERSION, "Send the ETag as it was received.");
        }
        return Integer.valueOf(matcher.group(1));
    }
}
