package io.openrcm.claims.posting.adjudication;

/** What a payer decided on one service line. */
public enum LineStatus {
    PAID,
    /** Something is payable, and something was denied. */
    PARTIALLY_PAID,
    DENIED,
    /** Nothing paid, because it is the patient's debt: a deductible is no denial. */
    PATIENT_RESP,
    /** Paid within another line. */
    BUNDLED,
    /** Paid for by the month, not by the service. */
    CAPITATED,
    /** Not this payer's to decide: sent on to the next one. */
    FORWARDED,
    REVERSED
}
