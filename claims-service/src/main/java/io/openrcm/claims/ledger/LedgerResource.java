package io.openrcm.claims.ledger;

import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The books. */
@Path("/ledger")
@Tag(name = "Ledger")
public class LedgerResource {

    private final LedgerProof proof;

    public LedgerResource(LedgerProof proof) {
        this.proof = proof;
    }

    @GET
    @RolesAllowed({Roles.POSTER, Roles.SUPERVISOR, Roles.APPROVER, Roles.AUDITOR})
    @Transactional
    @Audited(what = "ledger-proof")
    @Path("/proof")
    @Operation(
            summary = "Adds the whole ledger up again",
            description =
                    "Reads every entry of the caller's facilities: for audits, not for dashboards. A ledger in order has 'holds' true.")
    public LedgerProof.Proof proof() {
        return proof.prove();
    }
}
