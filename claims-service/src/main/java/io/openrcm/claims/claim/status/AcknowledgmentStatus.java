package io.openrcm.claims.claim.status;

/** What the payer has said about taking in the latest submission attempt. It never moves money. */
public enum AcknowledgmentStatus {
    NONE,
    /** Taken in for adjudication. */
    ACCEPTED,
    /** Taken in, and still being decided. */
    PENDED,
    /** Never adjudicated: there is no appeal, and the filing clock runs on. */
    REJECTED
}
