package io.openrcm.followup.workitem;

/** What is usually done first. */
public enum NextStep {
    CORRECT_AND_RESUBMIT,
    CORRECT_REGISTRATION,
    REVIEW_CODING,
    ATTACH_RECORDS,
    OBTAIN_AUTHORIZATION,
    APPEAL,
    ASK_PAYER_FOR_STATUS,
    FIND_CLAIM,
    ASK_PAYER_FOR_NEW_REMITTANCE,
    REVIEW_CHANGE,
    BILL_NEXT_PAYER,
    AWAIT_CORRECTION,
    REVIEW
}
