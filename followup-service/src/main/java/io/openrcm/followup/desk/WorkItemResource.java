package io.openrcm.followup.desk;

import io.openrcm.followup.desk.WorkItemRequests.Appeal;
import io.openrcm.followup.desk.WorkItemRequests.Correction;
import io.openrcm.followup.desk.WorkItemRequests.Lease;
import io.openrcm.followup.desk.WorkItemRequests.Note;
import io.openrcm.followup.desk.WorkItemRequests.Resolve;
import io.openrcm.followup.workitem.WorkItem;
import io.openrcm.followup.workitem.WorkItemSummary;
import io.openrcm.rest.Answer;
import io.openrcm.rest.ETags;
import io.openrcm.rest.IdempotencyKeys;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The work list and what a person does with it. */
@Path("/work-items")
@Tag(name = "Work items")
public class WorkItemResource {

    private static final int DEFAULT_LEASE_MINUTES = 30;

    private final WorkItemList list;
    private final WorkOnItem work;
    private final IdempotencyKeys idempotencyKeys;
    private final Acting acting;

    public WorkItemResource(WorkItemList list, WorkOnItem work, IdempotencyKeys idempotencyKeys, Acting acting) {
        this.list = list;
        this.work = work;
        this.idempotencyKeys = idempotencyKeys;
        this.acting = acting;
    }

    @GET
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "work-item")
    @Operation(
            summary = "Work items, a page at a time",
            description = "Sorted by deadline, value or age. Without a status, everything that is not resolved.")
    public Page<WorkItemSummary> list(
            @BeanParam WorkItemFilter filter,
            @QueryParam("sort") @DefaultValue("DEADLINE") WorkItemSort sort,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return list.page(filter, sort, after, Page.limit(limit));
    }

    @GET
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "work-item-summary")
    @Path("/summary")
    @Operation(summary = "How many items of each kind and status there are, and what they are worth")
    public WorkItemList.Summary summary() {
        return list.summary();
    }

    @GET
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(what = "work-item")
    @Path("/{id}")
    @Operation(summary = "One work item with the payer's reasons and all notes")
    @APIResponse(responseCode = "200", description = "The item; its ETag is wanted by edits")
    @APIResponse(responseCode = "404", description = "WORK_ITEM_NOT_FOUND")
    public Response get(@PathParam("id") UUID id) {
        WorkItemList.Detail detail = list.detail(id);
        return Response.ok(detail).tag(ETags.of(detail.version())).build();
    }

    @POST
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "work-item-lease")
    @Path("/{id}/leases")
    @Operation(summary = "Take the item for a while, so that nobody else works on it")
    @APIResponse(responseCode = "409", description = "WORK_ITEM_TAKEN, WORK_ITEM_STATUS")
    public Response take(@PathParam("id") UUID id, Lease body) {
        int minutes = body.minutes() == null ? DEFAULT_LEASE_MINUTES : body.minutes();
        return shown(work.take(id, person(), Duration.ofMinutes(minutes)));
    }

    @DELETE
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.DELETE, what = "work-item-lease")
    @Path("/{id}/leases")
    @Operation(summary = "Give the item back to the list", description = "By whoever holds it, or by a supervisor.")
    @APIResponse(responseCode = "409", description = "WORK_ITEM_TAKEN")
    public Response giveBack(@PathParam("id") UUID id) {
        return shown(work.giveBack(id, acting.known()));
    }

    @POST
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.CREATE, what = "work-item-note")
    @Path("/{id}/notes")
    @Operation(summary = "Write a note, and say when to look again")
    public Response note(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Note body) {
        return once(key, id, "notes", body, () -> work.note(id, person(), body.text(), body.nextActionOn()));
    }

    @POST
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "work-item-correction")
    @Path("/{id}/corrections")
    @Operation(
            summary = "Ask for the claim to be sent again, corrected",
            description =
                    "A claim that was never adjudicated goes as a new attempt, an adjudicated one as a replacement.")
    @APIResponse(responseCode = "409", description = "WORK_ITEM_TAKEN, WORK_ITEM_STATUS")
    @APIResponse(responseCode = "422", description = "WORK_ITEM_WITHOUT_CLAIM")
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Correction body) {
        return once(
                key,
                id,
                "corrections",
                body,
                () -> work.askCorrection(id, ETags.expected(ifMatch), person(), body.corrections(), body.note()));
    }

    @POST
    @RolesAllowed(Roles.DENIAL_SPECIALIST)
    @Transactional
    @Audited(action = AuditAction.CREATE, what = "appeal")
    @Path("/{id}/appeals")
    @Operation(summary = "Record an appeal that went to the payer")
    @APIResponse(responseCode = "422", description = "NO_APPEAL_RIGHTS, APPEAL_TOO_LATE")
    public Response appeal(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Appeal body) {
        return once(
                key,
                id,
                "appeals",
                body,
                () -> work.fileAppeal(id, ETags.expected(ifMatch), person(), body.level(), body.filedOn()));
    }

    @POST
    @RolesAllowed({Roles.DENIAL_SPECIALIST, Roles.BILLER, Roles.SUPERVISOR})
    @Transactional
    @Audited(action = AuditAction.EXECUTE, what = "work-item-resolution")
    @Path("/{id}/resolutions")
    @Operation(summary = "Close the item, and say how it ended")
    public Response resolve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Resolve body) {
        return once(
                key,
                id,
                "resolutions",
                body,
                () -> work.resolve(id, ETags.expected(ifMatch), person(), body.resolution(), body.note()));
    }

    private Response once(@Nullable String key, UUID id, String act, Object body, Supplier<WorkItem> work) {
        // An answer that was given before is for nobody who may not see the item.
        list.require(id);
        return idempotencyKeys
                .once(
                        key,
                        "POST /work-items/" + id + "/" + act,
                        body,
                        () -> Answer.ok(work.get().summary()))
                .toResponse();
    }

    private String person() {
        return acting.known().name();
    }

    private static Response shown(WorkItem item) {
        return Response.ok(item.summary()).build();
    }
}
