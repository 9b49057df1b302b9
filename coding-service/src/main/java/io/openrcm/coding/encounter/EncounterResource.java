package io.openrcm.coding.encounter;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.encounter.Registration.Kept;
import io.openrcm.coding.encounter.Registration.Receipt;
import io.openrcm.coding.encounter.Registration.Refused;
import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.coding.intake.EncounterContent;
import io.openrcm.coding.intake.EncounterReader;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.delivery.OutboxPressure;
import io.openrcm.rest.Answer;
import io.openrcm.rest.ETags;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.IdempotencyKeys;
import io.openrcm.rest.Page;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.openrcm.rest.edge.BodyLimit;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Encounters, one at a time. */
@Path("/encounters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "encounters")
public class EncounterResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final EncounterReader reader = new EncounterReader();
    private final RegisterEncounter registerEncounter;
    private final Encounters encounters;
    private final IdempotencyKeys keys;
    private final OutboxPressure pressure;
    private final Clock clock;

    public EncounterResource(
            RegisterEncounter registerEncounter,
            Encounters encounters,
            IdempotencyKeys keys,
            OutboxPressure pressure,
            Clock clock) {
        this.registerEncounter = registerEncounter;
        this.encounters = encounters;
        this.keys = keys;
        this.pressure = pressure;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.HOSPITAL_SYSTEM)
    @Audited(action = AuditAction.CREATE, what = "encounter", byCommand = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerEncounter",
            summary = "Sends one encounter, or a later version of it",
            description =
                    "Identity is facility, source system and source encounter id. The same version with the same content gets"
                            + " the answer of the first time. A fully coded encounter is released for billing at once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EncounterContent.class)))
    @APIResponse(
            responseCode = "201",
            description = "Kept; 'problems' says why it waits, if it does",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "A later version was taken in, or this one is known",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "INVALID_JSON")
    @APIResponse(responseCode = "403", description = "FACILITY_NOT_YOURS: the encounter is another hospital's")
    @APIResponse(
            responseCode = "409",
            description = "ENCOUNTER_VERSION_CONFLICT, STALE_ENCOUNTER_VERSION or ENCOUNTER_ALREADY_RELEASED")
    @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE: at most 1 MB")
    @APIResponse(responseCode = "422", description = "ENCOUNTER_INVALID: 'errors' names every field and rule")
    @APIResponse(responseCode = "503", description = "OVERLOADED: send it again after Retry-After seconds")
    public Response register(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        if (pressure.isHigh()) {
            throw Problem.overloaded(RETRY_AFTER_SECONDS);
        }
        Submission.Accepted submission = switch (reader.read(body, 0, body.length, LocalDate.now(clock))) {
            case Submission.Accepted accepted -> accepted;
            case Submission.Refused refused ->
                throw new Problem(
                        CodingProblem.ENCOUNTER_INVALID,
                        "Mend the named fields and send it again; nothing was kept.",
                        refused.errors());
            case Submission.NotJson broken -> throw notJson(broken);
            case Submission.TooLong() -> throw BodyLimit.tooLarge();
        };
        return Contention.retried(() -> keys.once(key, "POST /encounters", body, () -> register(submission)))
                .toResponse();
    }

    private Answer register(Submission.Accepted submission) {
        return switch (registerEncounter.registerAll(List.of(submission)).getFirst()) {
            case Kept kept when kept.isNew() -> Answer.created("/encounters/" + kept.id(), kept.receipt());
            case Kept kept -> Answer.ok(kept.receipt());
            case Refused refused -> throw new Problem(refused.code(), refused.detail(), refused.errors());
        };
    }

    private static Problem notJson(Submission.NotJson broken) {
        String place = "line " + broken.line() + ", column " + broken.column();
        return new Problem(
                RestProblem.INVALID_JSON,
                "The text stops being JSON at " + place + ".",
                List.of(new FieldError("", "JSON_SYNTAX", "not JSON at " + place)));
    }

    @GET
    @RolesAllowed({Roles.CODER, Roles.BILLER, Roles.SUPERVISOR, Roles.HOSPITAL_SYSTEM})
    @Audited(action = AuditAction.QUERY, what = "encounter")
    @Transactional
    @Operation(
            operationId = "listEncounters",
            summary = "Encounters in the order of their arrival",
            description = "The coders' queue is codingStatus=UNCODED; what waits to be mended is status=QUARANTINED.")
    public Page<EncounterSummary> list(
            @QueryParam("facility") @Nullable String facility,
            @QueryParam("status") @Nullable EncounterStatus status,
            @QueryParam("codingStatus") @Nullable CodingStatus codingStatus,
            @QueryParam("source") @Nullable String source,
            @QueryParam("servicedFrom") @Nullable LocalDate servicedFrom,
            @QueryParam("servicedThrough") @Nullable LocalDate servicedThrough,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        var filter = new Encounters.Filter(facility, status, codingStatus, source, servicedFrom, servicedThrough);
        return encounters.page(filter, after, Page.limit(limit));
    }

    @GET
    @RolesAllowed({Roles.CODER, Roles.BILLER, Roles.SUPERVISOR, Roles.HOSPITAL_SYSTEM})
    @Audited(what = "encounter")
    @Path("{id}")
    @Transactional
    @Operation(operationId = "getEncounter", summary = "One encounter in full, with its notes; the ETag is for edits")
    @APIResponse(
            responseCode = "200",
            description = "The encounter",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response get(@PathParam("id") UUID id) {
        Encounter encounter = encounters.get(id);
        return Response.ok(EncounterView.of(encounter))
                .tag(ETags.of(encounter.revision()))
                .build();
    }
}
