package io.openrcm.gateway.partner;

import io.openrcm.events.InvalidValue;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trading partners over REST. */
@Path("/trading-partners")
@Tag(name = "Trading partners")
public class TradingPartnerResource {

    private static final Pattern ID = Pattern.compile("[A-Z0-9]{2,20}");

    /** A trading partner as it is read. */
    @Schema(name = "TradingPartner")
    public record PartnerView(String id, TradingPartnerTerms terms) {
        static PartnerView of(TradingPartner partner) {
            return new PartnerView(partner.id(), partner.terms());
        }
    }

    private final TradingPartners partners;
    private final AgreePartnerTerms agreeTerms;

    TradingPartnerResource(TradingPartners partners, AgreePartnerTerms agreeTerms) {
        this.partners = partners;
        this.agreeTerms = agreeTerms;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(action = AuditAction.QUERY, what = "trading-partner", operation = true)
    @Operation(summary = "All trading partners, by id")
    @APIResponse(responseCode = "200", description = "Every trading partner with its terms")
    public List<PartnerView> all() {
        return partners.all().stream().map(PartnerView::of).toList();
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Audited(what = "trading-partner", operation = true)
    @Path("/{id}")
    @Operation(summary = "One trading partner", description = "The ETag is for If-Match of the next edit.")
    @APIResponse(
            responseCode = "200",
            description = "The trading partner",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_TRADING_PARTNER")
    public Response get(@PathParam("id") String id) {
        return withTag(partners.get(id));
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "trading-partner", operation = true)
    @Path("/{id}")
    @Operation(
            summary = "Make a trading partner known, or change its terms",
            description = "A change needs If-Match. An id has 2 to 20 upper-case letters or digits.")
    @APIResponse(
            responseCode = "200",
            description = "The trading partner as it is now",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    @APIResponse(responseCode = "409", description = "FOLDER_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "422", description = "INVALID_TERMS, with the fields")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response put(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, TradingPartnerTerms terms) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidValue(
                    "TRADING_PARTNER_ID_FORMAT", "a trading partner id is 2 to 20 upper-case letters or digits");
        }
        return withTag(agreeTerms.agree(id, terms, ifMatch));
    }

    private static Response withTag(TradingPartner partner) {
        return Response.ok(PartnerView.of(partner))
                .tag(Revision.tag(partner.revision()))
                .build();
    }
}
