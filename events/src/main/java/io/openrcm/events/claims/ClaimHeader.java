package io.openrcm.events.claims;

import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which claim a fact is about, without a word about the patient.
 *
 * @param payer who owes now
 * @param fileBy last day to submit under the payer's timely filing limit
 * @param part2 true on a claim for treatment that 42 CFR Part 2 protects, otherwise absent
 */
public record ClaimHeader(
        ClaimId claimId,
        ClaimNumber number,
        int version,
        ClaimType type,
        FacilityId facility,
        EncounterId encounterId,
        PayerId payer,
        Money billed,
        LocalDate serviceFrom,
        LocalDate serviceThrough,
        LocalDate fileBy,
        @Nullable Boolean part2) {

    public ClaimHeader {
        part2 = Boolean.TRUE.equals(part2) ? Boolean.TRUE : null;
    }

    /** Whether only those may see the claim who may see records under 42 CFR Part 2. */
    public boolean underPart2() {
        return part2 != null;
    }
}
