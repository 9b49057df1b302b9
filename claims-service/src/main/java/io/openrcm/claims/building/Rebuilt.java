package io.openrcm.claims.building;

import io.openrcm.claims.claim.Claim;
import io.openrcm.events.claims.ClaimContent;

/** A claim's content made again from its encounter, as the claim's next content. */
final class Rebuilt {

    private Rebuilt() {}

    /** Everything from the encounter, but what the claim is to the payer from the claim: its version and its frequency. */
    static ClaimContent of(ClaimContent fresh, Claim claim) {
        var before = claim.content();
        return new ClaimContent(
                fresh.type(),
                before.number(),
                claim.nextContentVersion(),
                before.frequency(),
                before.payerClaimNumber(),
                fresh.typeOfBill() == null
                        ? null
                        : fresh.typeOfBill().substring(0, 2)
                                + before.frequency().digit(),
                fresh.placeOfService(),
                fresh.billingProvider(),
                fresh.patient(),
                fresh.coverages(),
                fresh.destinationRank(),
                fresh.statementFrom(),
                fresh.statementThrough(),
                fresh.stay(),
                fresh.providers(),
                fresh.diagnoses(),
                fresh.procedures(),
                fresh.lines(),
                fresh.part2());
    }
}
