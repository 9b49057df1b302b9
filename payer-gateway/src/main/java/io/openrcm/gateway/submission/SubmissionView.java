package io.openrcm.gateway.submission;

import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.rest.record.OnRecord;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a claim version, as it is read.
 *
 * @param interchangeId the file that carries it
 * @param setControl the transaction set within the file
 * @param missingInAnswer the partner answered the batch without a word about this claim
 * @param part2 true where the claim is under 42 CFR Part 2, otherwise absent
 */
@Schema(name = "Submission")
public record SubmissionView(
        AttemptId attemptId,
        ClaimId claimId,
        String claimNumber,
        int version,
        int attempt,
        String facility,
        String payer,
        @Nullable String tradingPartner,
        SubmissionStatus status,
        Instant queuedAt,
        @Nullable UUID interchangeId,
        @Nullable String setControl,
        @Nullable Instant answeredAt,
        @Nullable String payerClaimNumber,
        @Nullable Refusal refusal,
        boolean missingInAnswer,
        @Nullable Boolean part2)
        implements OnRecord {
    @Override
    public String recordId() {
        return claimNumber;
    }

    @Override
    public String recordFacility() {
        return facility;
    }
}
