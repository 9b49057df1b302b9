package io.openrcm.gateway.submission;

import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Submissions over REST. */
@Path("/submissions")
@Tag(name = "Submissions")
public class SubmissionResource {

    private final Submissions submissions;

    SubmissionResource(Submissions submissions) {
        this.submissions = submissions;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR})
    @Audited(action = AuditAction.QUERY, what = "submission")
    @Operation(
            summary = "Sendings of claims, newest first",
            description = "Of one claim, or of all; or only those that an acknowledgment of their batch passed over.")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<SubmissionView> page(
            @QueryParam("claimNumber") @Nullable String claimNumber,
            @QueryParam("status") @Nullable SubmissionStatus status,
            @QueryParam("missingInAnswer") @Nullable Boolean missingInAnswer,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int rows = Page.limit(limit);
        var found = submissions.page(claimNumber, status, missingInAnswer, position(after), rows + 1);
        return Page.of(found, rows, submission -> Cursor.encode(Long.toString(submission.queuePosition())))
                .map(Submission::view);
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.decode(after, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid(e);
        }
    }
}
