package io.openrcm.claims.claim.status;

/** The sum of the payer's decisions on the claim's lines; from balanced remittances only. */
public enum AdjudicationStatus {
    UNADJUDICATED,
    /** Something was paid or is the patient's debt, and nothing was denied. */
    PAID,
    /** Some lines were denied. */
    PARTIALLY_PAID,
    /** Nothing payable, for reasons we can contest or correct. */
    DENIED,
    /** The payer has taken its decision back and owes us a new one. */
    REVERSED
}
