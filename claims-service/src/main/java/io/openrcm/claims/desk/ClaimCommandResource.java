package io.openrcm.claims.desk;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.coordination.IfMatch;
import io.openrcm.claims.desk.ClaimCommands.Corrections;
import io.openrcm.claims.desk.ClaimCommands.Release;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.Cause;
import io.openrcm.rest.Answer;
import io.openrcm.rest.IdempotencyKeys;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Correcting a claim, and letting a held one go. Both need the ETag of the claim as it was read. */
@Path("/claims/{number}")
@Tag(name = "Claims")
public class ClaimCommandResource {

    private final ReadClaim readClaim;
    private final ClaimCommands commands;
    private final IdempotencyKeys keys;

    public ClaimCommandResource(ReadClaim readClaim, ClaimCommands commands, IdempotencyKeys keys) {
        this.readClaim = readClaim;
        this.commands = commands;
        this.keys = keys;
    }

    @POST
    @RolesAllowed(Roles.BILLER)
    @Audited(action = AuditAction.UPDATE, what = "claim-correction")
    @Path("/corrections")
    @Transactional
    @Operation(
            summary = "Corrects a claim and lets the edits look at it again",
            description = "A claim never adjudicated (held, rejected) goes out as what it was; an adjudicated one as a"
                    + " replacement. The answer shows whether it was held again or released.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimDetails.class)))
    @APIResponse(responseCode = "409", description = "CLAIM_NOT_CORRECTABLE: a payer must answer first")
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "422", description = "VALUE_REFUSED, with the field and rule; nothing was changed")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response correct(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Corrections corrections) {
        return command(
                new Request(number, ifMatch, key, "corrections"),
                corrections,
                (cause, claim) -> commands.correct(cause, claim, corrections));
    }

    @POST
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR})
    @Audited(action = AuditAction.EXECUTE, what = "claim-release")
    @Path("/releases")
    @Transactional
    @Operation(
            summary = "Releases a held claim although edits fired",
            description = "Only over findings that are OVERRIDABLE; who did it and why stays on the claim.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimDetails.class)))
    @APIResponse(responseCode = "409", description = "CLAIM_NOT_HELD, HOLD_NOT_OVERRIDABLE")
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response release(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Release release) {
        return command(
                new Request(number, ifMatch, key, "releases"),
                release,
                (cause, claim) -> commands.release(cause, claim, release));
    }

    private record Request(
            String number,
            @Nullable String ifMatch,
            @Nullable String key,
            String action) {
        String operation() {
            return "POST /claims/" + number + "/" + action;
        }
    }

    private Response command(Request request, Object body, BiConsumer<Cause, Claim> work) {
        // First, because a key's answer says what it said before, whoever asks: only those who may see the claim come
        // that far.
        var claim = readClaim.lock(request.number());
        return keys.once(request.key(), request.operation(), body, () -> {
                    var cause = cause(request, claim);
                    work.accept(cause, claim);
                    return new Answer(200, readClaim.details(claim), Map.of("ETag", "\"" + claim.revision() + "\""));
                })
                .toResponse();
    }

    /** A command is named by what it changes and from which revision, so that doing it twice makes the same events. */
    private static Cause cause(Request request, Claim claim) {
        var expected = IfMatch.revision(request.ifMatch());
        if (expected == null) {
            throw new Problem(RestProblem.PRECONDITION_REQUIRED, "Send the claim's ETag in If-Match.");
        }
        if (expected != claim.revision()) {
            throw new Problem(RestProblem.STALE_VERSION, "Read the claim again and repeat the change.");
        }
        return Cause.command(Ids.derived(claim.aggregateId(), request.action() + "/" + expected));
    }
}
