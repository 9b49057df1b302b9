package io.openrcm.gateway.partner;

import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** The {@code ETag} of something that people edit: an edit says which revision it changes. */
public final class Revision {

    private Revision() {}

    public static EntityTag tag(int revision) {
        return new EntityTag(Integer.toString(revision));
    }

    /** Refuses an edit that does not name the current revision: 428 without {@code If-Match}, 412 with another one. */
    public static void require(int current, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Problem(RestProblem.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the last reading.");
        }
        if (!ifMatch.equals("\"" + current + "\"")) {
            throw new Problem(RestProblem.STALE_VERSION, "Read it again, then repeat the edit with the new ETag.");
        }
    }
}
