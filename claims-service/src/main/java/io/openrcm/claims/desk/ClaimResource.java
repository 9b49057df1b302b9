package io.openrcm.claims.desk;

import io.openrcm.claims.claim.Claim;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Claims as people look at them. */
@Path("/claims")
@Tag(name = "Claims")
public class ClaimResource {

    private final ClaimSearch search;
    private final ReadClaim readClaim;
    private final Ledger ledger;
    private final ReadSummary readSummary;

    public ClaimResource(ClaimSearch search, ReadClaim readClaim, Ledger ledger, ReadSummary readSummary) {
        this.search = search;
        this.readClaim = readClaim;
        this.ledger = ledger;
        this.readSummary = readSummary;
    }

    @GET
    @RolesAllowed({Roles.BILLER, Roles.POSTER, Roles.DENIAL_SPECIALIST, Roles.SUPERVISOR, Roles.APPROVER})
    @Audited(action = AuditAction.QUERY, what = "claim")
    @Transactional
    @Operation(summary = "Claims that meet every condition")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER, INVALID_CURSOR")
    @APIResponse(responseCode = "200", description = "One page; 'next' is absent on the last")
    public Page<ClaimRow> list(
            @BeanParam ClaimFilter filter,
            @Parameter(description = "newest (default) or value") @RestQuery @Nullable String sort,
            @Parameter(description = "'next' of the page before") @RestQuery @Nullable String after,
            @Parameter(description = "1 to 500, default 50") @RestQuery @Nullable Integer limit) {
        var page = search.find(filter, ClaimSearch.Sort.of(sort), after, Page.limit(limit));
        var money = ledger.of(page.items().stream().map(Claim::claimId).toList());
        return page.map(claim -> ClaimRow.of(claim, money.get(claim.claimId())));
    }

    @GET
    @RolesAllowed({Roles.BILLER, Roles.POSTER, Roles.DENIAL_SPECIALIST, Roles.SUPERVISOR, Roles.APPROVER})
    @Audited(what = "claim")
    @Path("/{number}")
    @Transactional
    @Operation(summary = "A claim with its content, findings, versions, attempts, money and timeline; and its ETag")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimDetails.class)))
    @APIResponse(responseCode = "404", description = "CLAIM_NOT_FOUND")
    public Response get(@PathParam("number") String number) {
        var claim = readClaim.find(number);
        return Response.ok(readClaim.details(claim))
                .header("ETag", "\"" + claim.revision() + "\"")
                .build();
    }

    @GET
    @RolesAllowed({Roles.BILLER, Roles.POSTER, Roles.DENIAL_SPECIALIST, Roles.SUPERVISOR, Roles.APPROVER})
    @Audited(action = AuditAction.QUERY, what = "claim-summary")
    @Path("/summary")
    @Transactional
    @Operation(
            summary = "How many claims stand where, and their money",
            description = "Encounters without a claim are in 'selfPay', so that every encounter is accounted for.")
    @APIResponse(responseCode = "200", description = "For each label billed = paid + adjusted + patient + open")
    public ClaimSummary summary() {
        return readSummary.read();
    }
}
