package io.openrcm.coding.intake;

/** Why an encounter goes to no payer. */
public enum NotBillableReason {
    /** Follow-up that the price of an earlier operation includes (42 CFR 414.40). */
    GLOBAL_PERIOD,
    RESEARCH,
    CHARITY,
    EMPLOYEE,
    NO_CHARGE,
    SELF_PAY
}
