package io.openrcm.coding.assignment;

import io.openrcm.coding.encounter.CodeAssignment;
import io.openrcm.coding.encounter.Encounter;
import io.openrcm.coding.encounter.EncounterView;
import io.openrcm.rest.ETags;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A coder's way with one encounter: take it, assign codes, release it. */
@Path("/encounters/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coding")
public class AssignmentResource {

    private static final Pattern CODER = Pattern.compile("[A-Za-z0-9._@-]{1,60}");

    private final TakeEncounter takeEncounter;
    private final AssignCodes assignCodes;
    private final ReleaseCoding releaseCoding;

    public AssignmentResource(TakeEncounter takeEncounter, AssignCodes assignCodes, ReleaseCoding releaseCoding) {
        this.takeEncounter = takeEncounter;
        this.assignCodes = assignCodes;
        this.releaseCoding = releaseCoding;
    }

    /**
     * Who codes.
     *
     * @param name whom a supervisor gives the encounter, by login name of 1 to 60 characters; absent: the caller
     */
    public record Coder(@Nullable String name) {}

    @PUT
    @RolesAllowed({Roles.CODER, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "encounter-coder")
    @Path("coder")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "takeEncounter",
            summary = "Takes the encounter to code it",
            description = "A supervisor names the coder; who takes it for himself names nobody.")
    @APIResponse(
            responseCode = "200",
            description = "Taken; the ETag is for the edits",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    @APIResponse(responseCode = "403", description = "FORBIDDEN: only a supervisor names somebody else")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "TAKEN_BY_ANOTHER_CODER or STATUS_FORBIDS")
    public Response take(@PathParam("id") UUID id, Coder coder) {
        if (coder.name() != null && !CODER.matcher(coder.name()).matches()) {
            throw new Problem(
                    RestProblem.INVALID_FIELD,
                    "Mend the field and send it again.",
                    List.of(new FieldError("/name", "CODER_NAME", "1 to 60 letters, digits or . _ @ -")));
        }
        return answer(takeEncounter.take(id, coder.name()));
    }

    @DELETE
    @RolesAllowed({Roles.CODER, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "encounter-coder")
    @Path("coder")
    @Operation(operationId = "handBackEncounter", summary = "Hands the encounter back; assigned codes stay")
    @APIResponse(responseCode = "204", description = "Free for another coder")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "409",
            description = "STATUS_FORBIDS, or TAKEN_BY_ANOTHER_CODER: its coder or a supervisor hands it back")
    public void handBack(@PathParam("id") UUID id) {
        takeEncounter.handBack(id);
    }

    @PUT
    @RolesAllowed(Roles.CODER)
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "code-assignment")
    @Path("code-assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assignCodes",
            summary = "Keeps the codes assigned so far",
            description = "Replaces all diagnoses and procedures, and the codes of the named charges. Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Kept; 'problems' lists the gaps that are left",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    @APIResponse(responseCode = "409", description = "STATUS_FORBIDS: take it first; TAKEN_BY_ANOTHER_CODER")
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "422", description = "ENCOUNTER_INVALID")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response assign(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, CodeAssignment assignment) {
        return answer(assignCodes.assign(id, ifMatch, assignment));
    }

    @POST
    @RolesAllowed(Roles.CODER)
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "coding-release")
    @Path("code-assignment/release")
    @Operation(
            operationId = "releaseCoding",
            summary = "Validates the codes by date and releases the encounter for billing",
            description = "Needs If-Match, so that a repetition changes nothing and is answered with 412.")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    @APIResponse(responseCode = "409", description = "STATUS_FORBIDS or TAKEN_BY_ANOTHER_CODER")
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(
            responseCode = "422",
            description = "ENCOUNTER_INVALID, CODING_INCOMPLETE or ENCOUNTER_UNUSABLE, with every reason")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response release(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(releaseCoding.release(id, ifMatch));
    }

    private static Response answer(Encounter encounter) {
        return Response.ok(EncounterView.of(encounter))
                .tag(ETags.of(encounter.revision()))
                .build();
    }
}
