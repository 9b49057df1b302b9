package io.openrcm.coding.codebook;

/** What the codebook says about a code on a day. */
public enum CodeStanding {
    VALID,
    /** No complete release of the system is loaded for that day, and the code is not listed. */
    NOT_CHECKED,
    UNKNOWN,
    NOT_VALID_ON_DATE,
    /** A header: a longer code has to be used. */
    NOT_BILLABLE
}
