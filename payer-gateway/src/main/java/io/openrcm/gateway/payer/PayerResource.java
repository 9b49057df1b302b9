package io.openrcm.gateway.payer;

import io.openrcm.events.PayerId;
import io.openrcm.gateway.partner.Revision;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payers over REST. */
@Path("/payers")
@Tag(name = "Payers")
public class PayerResource {

    /** A payer as it is read. */
    @Schema(name = "Payer")
    public record PayerView(PayerId id, PayerTerms terms) {
        static PayerView of(PayerProfile payer) {
            return new PayerView(payer.id(), payer.terms());
        }
    }

    private final PayerProfiles payers;
    private final AgreePayerTerms agreeTerms;

    PayerResource(PayerProfiles payers, AgreePayerTerms agreeTerms) {
        this.payers = payers;
        this.agreeTerms = agreeTerms;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(action = AuditAction.QUERY, what = "payer", operation = true)
    @Operation(summary = "All payers, by id")
    @APIResponse(responseCode = "200", description = "Every payer with its terms")
    public List<PayerView> all() {
        return payers.all().stream().map(PayerView::of).toList();
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(what = "payer", operation = true)
    @Path("/{id}")
    @Operation(summary = "One payer", description = "The ETag is for If-Match of the next edit.")
    @APIResponse(
            responseCode = "200",
            description = "The payer",
            content = @Content(schema = @Schema(implementation = PayerView.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_PAYER")
    public Response get(@PathParam("id") String id) {
        return withTag(payers.get(id));
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "payer", operation = true)
    @Path("/{id}")
    @Operation(summary = "Make a payer known, or change its terms", description = "A change needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The payer as it is now",
            content = @Content(schema = @Schema(implementation = PayerView.class)))
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "422", description = "INVALID_TERMS, with the fields")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response put(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, PayerTerms terms) {
        return withTag(agreeTerms.agree(new PayerId(id), terms, ifMatch));
    }

    private static Response withTag(PayerProfile payer) {
        return Response.ok(PayerView.of(payer))
                .tag(Revision.tag(payer.revision()))
                .build();
    }
}
