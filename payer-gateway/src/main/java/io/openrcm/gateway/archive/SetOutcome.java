package io.openrcm.gateway.archive;

/** What became of one transaction set of a received file. */
public enum SetOutcome {
    /** It has taken effect. */
    APPLIED,
    /** It repeats what was taken in before; nothing changed. */
    DUPLICATE,
    /** A remittance that does not balance, or contradicts an earlier one; said so, nothing else changed. */
    REFUSED,
    /** It speaks of nothing that we sent; nothing changed. */
    UNRELATED,
    /** Of a kind or version that we do not take. */
    UNSUPPORTED,
    /** Cannot be used until a person has looked at it. */
    QUARANTINED
}
