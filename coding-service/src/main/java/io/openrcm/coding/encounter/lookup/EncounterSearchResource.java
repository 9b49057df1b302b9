package io.openrcm.coding.encounter.lookup;

import io.openrcm.coding.encounter.EncounterSummary;
import io.openrcm.coding.encounter.Encounters;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.sealing.BlindIndex;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Encounters by the patient's number. A POST, because a patient's number never stands in a URL. */
@Path("/encounters/searches")
@Tag(name = "encounters")
public class EncounterSearchResource {

    private final Encounters encounters;
    private final BlindIndex index;

    public EncounterSearchResource(Encounters encounters, BlindIndex index) {
        this.encounters = encounters;
        this.index = index;
    }

    @POST
    @RolesAllowed({Roles.CODER, Roles.BILLER, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "encounter")
    @Operation(
            operationId = "searchEncounters",
            summary =
                    "The encounters with a member id, medical record number or account number, in the order of their arrival",
            description =
                    "Exactly one of the numbers; it is kept nowhere. The account number is the hospital's own id of the encounter.")
    @APIResponse(responseCode = "200", description = "A page as of GET /encounters")
    @APIResponse(responseCode = "400", description = "INVALID_FIELD: not exactly one number")
    public Page<EncounterSummary> search(
            PatientNumber number,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return encounters.pageOf(number.search(index), after, Page.limit(limit));
    }
}
