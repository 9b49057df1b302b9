package io.openrcm.claims.coordination;

import io.openrcm.claims.ClaimsProblem;
import io.openrcm.events.FacilityId;
import io.openrcm.rest.OwnFacility;
import io.openrcm.rest.Problem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The billing provider that stands on a facility's claims. */
@Path("/facilities/{id}")
@Tag(name = "Masters")
public class FacilityResource {

    private final Facilities facilities;
    private final OwnFacility ownFacility;
    private final Acting acting;

    public FacilityResource(Facilities facilities, OwnFacility ownFacility, Acting acting) {
        this.facilities = facilities;
        this.ownFacility = ownFacility;
        this.acting = acting;
    }

    @GET
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Transactional
    @Audited(what = "facility", operation = true)
    @Operation(summary = "A facility of the caller's, with its ETag")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Facility.class)))
    @APIResponse(responseCode = "404", description = "FACILITY_NOT_FOUND")
    public Response get(@PathParam("id") FacilityId id) {
        var facility = facilities
                .find(id)
                .filter(found -> acting.known().facilities().include(id.value()))
                .orElseThrow(() -> new Problem(ClaimsProblem.FACILITY_NOT_FOUND, "Record it with PUT."));
        return Response.ok(facility.value()).header("ETag", facility.etag()).build();
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "facility", operation = true)
    @Operation(summary = "Records or changes a facility; a change needs If-Match")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Facility.class)))
    @APIResponse(responseCode = "403", description = "FACILITY_NOT_YOURS")
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: it exists and If-Match is missing")
    public Response put(
            @PathParam("id") FacilityId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Facility facility) {
        if (!facility.id().equals(id)) {
            throw new Problem(ClaimsProblem.KEY_MISMATCH, "Use the same facility id in path and body.");
        }
        ownFacility.require(id, "/id");
        var saved = facilities.save(facility, IfMatch.revision(ifMatch));
        return Response.ok(saved.value()).header("ETag", saved.etag()).build();
    }
}
