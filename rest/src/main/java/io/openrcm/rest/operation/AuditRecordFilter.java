package io.openrcm.rest.operation;

import io.openrcm.rest.Cursor;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditFilter;
import io.openrcm.security.audit.AuditOutcome;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which records of the audit trail are looked for. */
public class AuditRecordFilter {

    @Parameter(description = "Who did it: the token's subject, or the name of a service")
    @QueryParam("actor")
    @Nullable
    String actor;

    @Parameter(description = "To what it was done: an id or a claim number")
    @QueryParam("object")
    @Nullable
    String object;

    @Parameter(
            description =
                    "The kind of object, as claim or work-item; of a service's own work the event, as ClaimReleased")
    @QueryParam("what")
    @Nullable
    String what;

    @QueryParam("action")
    @Nullable
    AuditAction action;

    @QueryParam("outcome")
    @Nullable
    AuditOutcome outcome;

    @Parameter(description = "With this moment, as 2026-03-01T00:00:00Z")
    @QueryParam("from")
    @Nullable
    Instant from;

    @Parameter(description = "With this moment")
    @QueryParam("through")
    @Nullable
    Instant through;

    @QueryParam("correlationId")
    @Nullable
    UUID correlationId;

    @Parameter(description = "'next' of the page before")
    @QueryParam("after")
    @Nullable
    String after;

    @Parameter(description = "1 to 500, default 50")
    @QueryParam("limit")
    @Nullable
    Integer limit;

    AuditFilter filter() {
        return new AuditFilter(actor, object, what, action, outcome, from, through, correlationId);
    }

    /** The id before which the page begins; null: with the latest. */
    @Nullable
    Long before() {
        if (after == null) {
            return null;
        }
        try {
            return Long.valueOf(Cursor.decode(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid(notOurs);
        }
    }
}
