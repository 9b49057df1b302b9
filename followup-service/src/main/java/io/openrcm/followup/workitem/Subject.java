package io.openrcm.followup.workitem;

import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimHeader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a work item is about: a claim, a payment, or a payment's account of a claim.
 *
 * @param part2 whether the claim is under 42 CFR Part 2
 */
public record Subject(
        @Nullable UUID claimId,
        @Nullable String claimNumber,
        @Nullable UUID remittanceId,
        @Nullable String facility,
        PayerId payer,
        boolean part2) {

    public static Subject claim(ClaimHeader claim) {
        return new Subject(
                claim.claimId().value(),
                claim.number().value(),
                null,
                claim.facility().value(),
                claim.payer(),
                claim.underPart2());
    }
}
