package io.openrcm.coding.bulk;

import io.openrcm.events.delivery.OutboxPressure;
import io.openrcm.rest.Problem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Encounters as a stream. */
@Path("/encounters/bulk")
@Tag(name = "encounters")
public class BulkResource {

    /** One JSON value per line. */
    public static final String NDJSON = "application/x-ndjson";

    private static final int RETRY_AFTER_SECONDS = 5;

    private final BulkIntake bulkIntake;
    private final OutboxPressure pressure;

    public BulkResource(BulkIntake bulkIntake, OutboxPressure pressure) {
        this.bulkIntake = bulkIntake;
        this.pressure = pressure;
    }

    @POST
    @RolesAllowed(Roles.HOSPITAL_SYSTEM)
    @Audited(action = AuditAction.CREATE, what = "encounter", byCommand = true)
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(
            operationId = "registerEncounters",
            summary = "Sends any number of encounters, one JSON per line of at most 1 MB",
            description =
                    "The answer has one line per line that is not blank, in order, and begins while the request is still being"
                            + " sent: read it while you write. Lines are kept in groups of 200. A line's status is 201, 200, 403,"
                            + " 409, 422 or 400 as for a single encounter, or 503: send that line again.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "200",
            description = "One result per line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
    @APIResponse(responseCode = "503", description = "OVERLOADED: send it again after Retry-After seconds")
    public StreamingOutput register(InputStream body) {
        if (pressure.isHigh()) {
            throw Problem.overloaded(RETRY_AFTER_SECONDS);
        }
        return out -> bulkIntake.takeIn(body, out);
    }
}
