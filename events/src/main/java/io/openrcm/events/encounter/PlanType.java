package io.openrcm.events.encounter;

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
