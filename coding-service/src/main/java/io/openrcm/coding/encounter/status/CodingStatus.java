package io.openrcm.coding.encounter.status;

/** How far an encounter's codes are. */
public enum CodingStatus {
    UNCODED,
    /** A coder took it. */
    IN_CODING,
    /** No gap is left. */
    CODED,
    /** The codes are valid on their days; no encounter rests here. */
    VALIDATED,
    /** Handed over for billing. */
    RELEASED,
    /** The hospital changed it after its release, and a coder has to look again. */
    REOPENED
}
