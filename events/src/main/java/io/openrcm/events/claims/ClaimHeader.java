package io.openrcm.events.claims;

import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import java.time.LocalDate;

/**
 * Which claim a fact is about, without a word about the patient.
 *
 * @param payer who owes now
 * @param fileBy last day to submit under the payer's timely filing limit
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
        LocalDate fileBy) {}
