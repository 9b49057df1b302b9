package io.openrcm.coding.quarantine;

import io.openrcm.coding.encounter.Encounter;
import io.openrcm.coding.encounter.EncounterView;
import io.openrcm.rest.ETags;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way out of quarantine without a new version from the hospital. */
@Path("/encounters/{id}/retries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "quarantine")
public class RetryResource {

    private final RetryEncounter retryEncounter;

    public RetryResource(RetryEncounter retryEncounter) {
        this.retryEncounter = retryEncounter;
    }

    @POST
    @RolesAllowed({Roles.CODER, Roles.SUPERVISOR, Roles.HOSPITAL_SYSTEM})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "encounter-retry")
    @Operation(
            operationId = "retryEncounter",
            summary = "Judges a quarantined encounter again, after the codebook was mended",
            description = "What is still wrong is in 'problems'. A second retry changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The encounter as it stands now",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "NOT_QUARANTINED")
    public Response retry(@PathParam("id") UUID id) {
        Encounter encounter = retryEncounter.retry(id);
        return Response.ok(EncounterView.of(encounter))
                .tag(ETags.of(encounter.revision()))
                .build();
    }
}
