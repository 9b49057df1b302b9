package io.openrcm.coding.encounter.status;

/** What became of an encounter that was sent to us. */
public enum EncounterStatus {
    /** Being judged; no encounter rests here. */
    RECEIVED,
    /** Kept, but it cannot be billed until it or the codebook is mended. */
    QUARANTINED,
    ACCEPTED,
    /** The hospital decided that no payer is asked. */
    NOT_BILLABLE
}
