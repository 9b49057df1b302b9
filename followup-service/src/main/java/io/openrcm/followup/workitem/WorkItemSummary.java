package io.openrcm.followup.workitem;

import io.openrcm.events.Money;
import io.openrcm.rest.record.OnRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work item as a list shows it.
 *
 * @param part2 true where the claim is under 42 CFR Part 2, otherwise absent
 */
public record WorkItemSummary(
        UUID id,
        WorkItemKind kind,
        WorkItemStatus status,
        @Nullable String claimNumber,
        @Nullable UUID claimId,
        @Nullable UUID remittanceId,
        @Nullable String facility,
        String payer,
        String reasonCode,
        String reason,
        Money amount,
        LocalDate deadlineOn,
        NextStep nextStep,
        LocalDate nextActionOn,
        Instant openedAt,
        @Nullable String owner,
        @Nullable Instant leasedUntil,
        @Nullable Resolution resolution,
        @Nullable Instant resolvedAt,
        @Nullable Boolean part2)
        implements OnRecord {
    @Override
    public String recordId() {
        return id.toString();
    }

    @Override
    public @Nullable String recordFacility() {
        return facility;
    }
}
