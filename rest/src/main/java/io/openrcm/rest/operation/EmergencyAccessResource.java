package io.openrcm.rest.operation;

import io.openrcm.rest.Cursor;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Page;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.emergency.EmergencyAccess;
import io.openrcm.security.emergency.EmergencyAccesses;
import io.openrcm.security.emergency.EmergencyRequest;
import io.openrcm.security.emergency.EmergencyView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The emergency access procedure (45 CFR 164.312(a)(2)(ii)): asked for, agreed to by a second person, over by itself, reviewed. */
@Path("/emergency-accesses")
@Tag(name = "Emergency access")
public class EmergencyAccessResource {

    private static final int MIN_REASON = 20;
    private static final int MAX_REASON = 400;
    private static final Pattern FACILITY = Pattern.compile("[A-Z0-9]{2,20}");

    private final EmergencyAccesses accesses;

    public EmergencyAccessResource(EmergencyAccesses accesses) {
        this.accesses = accesses;
    }

    /** What the reviewer found, 1 to 400 characters, without a patient's name. */
    public record Review(String note) {}

    @POST
    @RolesAllowed({Roles.CODER, Roles.BILLER, Roles.POSTER, Roles.DENIAL_SPECIALIST, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.CREATE, what = "emergency-access", operation = true)
    @Operation(
            summary = "Asks for access to other facilities' records for at most 60 minutes",
            description = "Gives nothing until a second person approves it. Calls under it name it in the header"
                    + " Emergency-Access; each of them is on record with it.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = EmergencyView.class)))
    @APIResponse(responseCode = "400", description = "INVALID_FIELD with the field and rule")
    public Response request(EmergencyRequest request) {
        require(request);
        var view = accesses.request(request);
        return Response.created(URI.create("/emergency-accesses/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "emergency-access", operation = true)
    @Operation(summary = "All of them, newest first")
    public Page<EmergencyView> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(
                accesses.newest(after == null ? null : instant(after), size + 1),
                size,
                last -> Cursor.encode(last.requestedAt().toString()));
    }

    @GET
    @Path("/to-review")
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "emergency-access", operation = true)
    @Operation(summary = "Those that are over and that nobody has looked at, oldest first")
    public List<EmergencyView> toReview() {
        return accesses.toReview(Page.MAX_LIMIT);
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed({Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "emergency-access-approval", operation = true)
    @Operation(summary = "Agrees to it; its time begins now")
    @APIResponse(responseCode = "403", description = "OWN_REQUEST: a second person is needed")
    @APIResponse(responseCode = "409", description = "EMERGENCY_ACCESS_STATE")
    public EmergencyView approve(@PathParam("id") UUID id) {
        return accesses.approve(id);
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed({Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "emergency-access-refusal", operation = true)
    @Operation(summary = "Does not agree to it")
    @APIResponse(responseCode = "403", description = "OWN_REQUEST: a second person is needed")
    @APIResponse(responseCode = "409", description = "EMERGENCY_ACCESS_STATE")
    public EmergencyView refuse(@PathParam("id") UUID id) {
        return accesses.refuse(id);
    }

    @POST
    @Path("/{id}/endings")
    @RolesAllowed({Roles.CODER, Roles.BILLER, Roles.POSTER, Roles.DENIAL_SPECIALIST, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "emergency-access-ending", operation = true)
    @Operation(summary = "Gives it back before its time is over")
    @APIResponse(responseCode = "409", description = "EMERGENCY_ACCESS_STATE")
    public EmergencyView end(@PathParam("id") UUID id) {
        return accesses.end(id);
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "emergency-access-review", operation = true)
    @Operation(summary = "Says that somebody other than its user has looked at what was done under it")
    @APIResponse(responseCode = "403", description = "OWN_REQUEST: a second person is needed")
    @APIResponse(responseCode = "409", description = "EMERGENCY_ACCESS_STATE: still under way, or reviewed before")
    public EmergencyView review(@PathParam("id") UUID id, Review review) {
        if (review.note().isBlank() || review.note().length() > MAX_REASON) {
            throw invalid(List.of(new FieldError("/note", "TEXT_LENGTH", "1 to " + MAX_REASON + " characters")));
        }
        return accesses.review(id, review.note());
    }

    private static void require(EmergencyRequest request) {
        var errors = new ArrayList<FieldError>();
        int length = request.reason().strip().length();
        if (length < MIN_REASON || length > MAX_REASON) {
            errors.add(
                    new FieldError("/reason", "TEXT_LENGTH", "%d to %d characters".formatted(MIN_REASON, MAX_REASON)));
        }
        long longest = EmergencyAccess.LONGEST.toMinutes();
        if (request.minutes() < 1 || request.minutes() > longest) {
            errors.add(new FieldError("/minutes", "MINUTES_RANGE", "1 to " + longest));
        }
        if (request.facilities().isEmpty()
                || !request.facilities().stream()
                        .allMatch(id -> FACILITY.matcher(id).matches())) {
            errors.add(
                    new FieldError("/facilities", "FACILITY_ID_FORMAT", "one facility id or more; not every facility"));
        }
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    private static Problem invalid(List<FieldError> errors) {
        return new Problem(RestProblem.INVALID_FIELD, "Nothing was changed.", errors);
    }

    private static Instant instant(String after) {
        try {
            return Instant.parse(Cursor.decode(after, 1).getFirst());
        } catch (DateTimeException notOurs) {
            throw Cursor.invalid(notOurs);
        }
    }
}
