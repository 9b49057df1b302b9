package io.openrcm.claims.posting.remittance;

import io.openrcm.claims.ClaimsProblem;
import io.openrcm.claims.posting.remittance.RemittanceView.Detail;
import io.openrcm.claims.posting.remittance.RemittanceView.RemittedClaimView;
import io.openrcm.claims.posting.remittance.RemittanceView.State;
import io.openrcm.claims.posting.remittance.Remittances.After;
import io.openrcm.claims.posting.remittance.Remittances.Filter;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.Problem;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payments, the claims they explain, and whether their sums agree. */
@Path("/remittances")
@Tag(name = "Remittances")
public class RemittanceResource {

    private final Remittances remittances;
    private final PaymentProofs proofs;

    public RemittanceResource(Remittances remittances, PaymentProofs proofs) {
        this.remittances = remittances;
        this.proofs = proofs;
    }

    @GET
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "remittance")
    @Operation(summary = "Payments, newest first")
    @APIResponse(responseCode = "200", description = "At most 'limit' payments (default 50, at most 500)")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER or INVALID_CURSOR")
    public Page<RemittanceView> list(
            @QueryParam("payer") @Nullable PayerId payer,
            @QueryParam("state") @Nullable State state,
            @QueryParam("paidFrom") @Nullable LocalDate paidFrom,
            @QueryParam("paidThrough") @Nullable LocalDate paidThrough,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int rows = Page.limit(limit);
        var filter = new Filter(payer, state, paidFrom, paidThrough);
        var found = remittances.list(filter, after == null ? null : position(after), rows + 1);
        return Page.of(
                found,
                rows,
                last -> Cursor.encode(
                        last.paidOn().toString(), last.remittanceId().toString()));
    }

    @GET
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(what = "remittance")
    @Path("/{id}")
    @Operation(summary = "A payment with its proofs")
    @APIResponse(
            responseCode = "200",
            description = "The proofs are computed now, from the ledger, over all facilities that the payment is for")
    @APIResponse(responseCode = "404", description = "REMITTANCE_NOT_FOUND")
    public Detail get(@PathParam("id") UUID id) {
        var payment = new RemittanceId(id);
        var view = remittances
                .find(payment)
                .orElseThrow(() ->
                        new Problem(ClaimsProblem.REMITTANCE_NOT_FOUND, "Take the id from the list of remittances."));
        return new Detail(view, remittances.adjustments(payment), proofs.of(view));
    }

    @GET
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR, Roles.APPROVER})
    @Transactional
    @Audited(action = AuditAction.QUERY, what = "remitted-claim")
    @Path("/{id}/claims")
    @Operation(summary = "The claims of a payment that are of the caller's facilities, in its order")
    @APIResponse(responseCode = "200", description = "At most 'limit' claims (default 50, at most 500)")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER or INVALID_CURSOR")
    public Page<RemittedClaimView> claims(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int rows = Page.limit(limit);
        var found = remittances.claims(new RemittanceId(id), after == null ? 0 : sequence(after), rows + 1);
        return Page.of(found, rows, last -> Cursor.encode(Integer.toString(last.sequence())));
    }

    private static After position(String cursor) {
        var keys = Cursor.decode(cursor, 2);
        try {
            return new After(LocalDate.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid(notOurs);
        }
    }

    private static int sequence(String cursor) {
        try {
            return Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid(notOurs);
        }
    }
}
