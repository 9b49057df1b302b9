package io.openrcm.events.encounter;

import io.openrcm.events.PayerId;
import org.jspecify.annotations.Nullable;

/**
 * One insurance of the patient, in the order of liability.
 *
 * @param rank 1 is primary, 2 secondary, 3 tertiary; unique in an encounter
 * @param relationship the patient's relationship to the subscriber; {@code subscriber} is absent exactly for {@code SELF}
 * @param priorAuthorization the payer's consent number, where it gave one
 */
public record Coverage(
        int rank,
        PayerId payer,
        String payerName,
        PlanType plan,
        String memberId,
        @Nullable String groupNumber,
        Relationship relationship,
        @Nullable Subscriber subscriber,
        @Nullable String priorAuthorization) {

    /** What kind of plan a coverage is; the payer asks for it on every claim. */
    public enum PlanType {
        COMMERCIAL,
        BLUE_CROSS,
        MEDICARE_PART_A,
        MEDICARE_PART_B,
        MEDICAID,
        TRICARE,
        WORKERS_COMPENSATION,
        AUTO,
        SELF_PAY
    }

    @Override
    public String toString() {
        return "Coverage[rank=" + rank + ", payer=" + payer + "]";
    }
}
