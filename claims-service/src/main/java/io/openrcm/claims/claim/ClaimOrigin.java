package io.openrcm.claims.claim;

import io.openrcm.events.ClaimId;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimType;

/** Which encounter a claim asks payment for; {@code sourceVersion} is the version of it that the claim was built from. */
public record ClaimOrigin(EncounterId encounterId, FacilityId facility, int sourceVersion) {

    /** The id of the encounter's claim of this type at the payer of this rank: always the same, so no claim is made twice. */
    public static ClaimId claimId(EncounterId encounter, ClaimType type, int destinationRank) {
        return new ClaimId(Ids.derived(encounter.value(), type + "/" + destinationRank));
    }
}
