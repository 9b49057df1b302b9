package io.openrcm.simulator.ledger;

/** Where a claim stands with us. */
public enum ClaimState {
    /** Rejected by 999 or 277CA: never adjudicated. */
    REJECTED,
    /** Accepted; its payment is due or waits. */
    ACCEPTED,
    PAID,
    PARTLY_DENIED,
    DENIED,
    /** Accepted and never answered. */
    SILENT,
    /** Answered with an 835 that does not add up: its money does not count. */
    UNBALANCED,
    /** Another claim number took its place. */
    REPLACED,
    VOIDED
}
