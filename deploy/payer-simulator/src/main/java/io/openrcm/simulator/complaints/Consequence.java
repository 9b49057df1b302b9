package io.openrcm.simulator.complaints;

/** What a complaint does to the file, from worst to least. */
public enum Consequence {
    /** TA1 R: nothing in the interchange is read. */
    INTERCHANGE_REJECTED,
    /** 999 with AK9 R. */
    GROUP_REJECTED,
    /** 999 with IK5 R: every claim of the transaction is rejected. */
    TRANSACTION_REJECTED,
    /** 277CA with U for the claim; outside a claim it rejects the transaction. */
    CLAIM_REJECTED,
    /** 999 with IK5 E: read and adjudicated all the same. */
    ACCEPTED_WITH_ERRORS,
    /** Kept in our list only. */
    NOTED
}
