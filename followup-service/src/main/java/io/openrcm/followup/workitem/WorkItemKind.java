package io.openrcm.followup.workitem;

/** Why a person has to look at a claim or a payment. */
public enum WorkItemKind {
    /** Refused before adjudication: correct and resubmit. */
    REJECTION,
    /** Adjudicated with nothing payable: correct, or appeal. */
    DENIAL,
    /** The payer has not answered by the day it normally does. */
    NO_RESPONSE,
    /** Money, or an account of money, that could not be posted. */
    REMITTANCE_EXCEPTION,
    /** The encounter changed after its claim had left. */
    POST_BILL_CHANGE,
    /** The next payer owes the rest and has not been told by the one before. */
    NEXT_PAYER_DUE,
    /** The payer took back what it had decided. */
    REVERSAL
}
