package io.openrcm.gateway.x12.claim;

import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import io.openrcm.gateway.x12.syntax.BasicText;
import java.util.List;

/**
 * Claims of one type to one payer that stand or fall together: a syntax error in one rejects all.
 *
 * @param controlNumber ST02, 4 to 9 characters, unique in the file
 * @param reference BHT03, at most 30 characters; comes back in the claim acknowledgment
 * @param claims at least one, at most {@value #MOST_CLAIMS} (the guides' advice)
 */
public record TransactionSet(
        String controlNumber, String reference, ClaimType type, PayerId payer, List<ExpressibleClaim> claims) {

    public static final int MOST_CLAIMS = 5000;

    public TransactionSet {
        claims = List.copyOf(claims);
        require(controlNumber.length() >= 4 && controlNumber.length() <= 9 && BasicText.isVerbatim(controlNumber));
        require(!reference.isEmpty() && reference.length() <= 30 && BasicText.isVerbatim(reference));
        require(!claims.isEmpty() && claims.size() <= MOST_CLAIMS);
        for (ExpressibleClaim claim : claims) {
            require(claim.content().type() == type);
            require(claim.content().destination().payer().equals(payer));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not a transaction set of 1 to 5000 claims of one type to one payer");
        }
    }
}
