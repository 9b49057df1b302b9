package io.openrcm.rest.operation;

import io.openrcm.events.delivery.ParkedMessages;
import io.openrcm.events.delivery.inbox.ParkedMessage;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages that could not be applied: set aside with a code, visible, and tried again when the cause is mended. */
@Path("/parked-messages")
@Tag(name = "Parked messages")
public class ParkedMessageResource {

    private final ParkedMessages parkedMessages;

    public ParkedMessageResource(ParkedMessages parkedMessages) {
        this.parkedMessages = parkedMessages;
    }

    @GET
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "parked-message", operation = true)
    @Operation(summary = "Messages in one state, oldest first; never their content")
    public Page<ParkedMessage> list(
            @QueryParam("state") @DefaultValue("PARKED") ParkedMessage.State state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Page.limit(limit);
        List<ParkedMessage> found = parkedMessages.list(state, after == null ? 0 : id(after), size + 1);
        return Page.of(found, size, last -> Cursor.encode(Long.toString(last.id())));
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "parked-message-retry", operation = true)
    @Path("/{id}/retries")
    @Operation(summary = "Try once more to apply it, and then those that wait for it")
    @APIResponse(responseCode = "200", description = "How the message stands now")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public ParkedMessage retry(@PathParam("id") long id) {
        return found(parkedMessages.retry(id));
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "parked-message-dismissal", operation = true)
    @Path("/{id}/dismissals")
    @Operation(summary = "Give it up: what waits behind it goes on without it")
    @APIResponse(responseCode = "200", description = "How the message stands now")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public ParkedMessage dismiss(@PathParam("id") long id) {
        return found(parkedMessages.dismiss(id));
    }

    private static ParkedMessage found(Optional<ParkedMessage> message) {
        return message.orElseThrow(() -> new Problem(RestProblem.NOT_FOUND, "There is no such parked message."));
    }

    private static long id(String after) {
        try {
            return Long.parseLong(Cursor.decode(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid(notOurs);
        }
    }
}
