package io.openrcm.claims.coordination;

import io.openrcm.claims.ClaimsProblem;
import io.openrcm.events.PayerId;
import io.openrcm.rest.Problem;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long a payer gives us, and what it asks for. */
@Path("/payer-terms/{payer}")
@Tag(name = "Masters")
public class PayerTermsResource {

    private final PayerTermsBook book;

    public PayerTermsResource(PayerTermsBook book) {
        this.book = book;
    }

    @GET
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Transactional
    @Audited(what = "payer-terms", operation = true)
    @Operation(summary = "A payer's terms, with their ETag")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayerTerms.class)))
    @APIResponse(responseCode = "404", description = "PAYER_TERMS_NOT_FOUND: the usual terms apply")
    public Response get(@PathParam("payer") PayerId payer) {
        var terms = book.find(payer)
                .orElseThrow(() -> new Problem(
                        ClaimsProblem.PAYER_TERMS_NOT_FOUND,
                        "The usual terms apply until some are recorded with PUT."));
        return Response.ok(terms.value()).header("ETag", terms.etag()).build();
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Audited(action = AuditAction.UPDATE, what = "payer-terms", operation = true)
    @Operation(summary = "Records or changes a payer's terms; a change needs If-Match")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayerTerms.class)))
    @APIResponse(responseCode = "412", description = "STALE_VERSION")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: they exist and If-Match is missing")
    public Response put(
            @PathParam("payer") PayerId payer,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PayerTerms terms) {
        if (!terms.payer().equals(payer)) {
            throw new Problem(ClaimsProblem.KEY_MISMATCH, "Use the same payer id in path and body.");
        }
        var saved = book.save(terms, IfMatch.revision(ifMatch));
        return Response.ok(saved.value()).header("ETag", saved.etag()).build();
    }
}
