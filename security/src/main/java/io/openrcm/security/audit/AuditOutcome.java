package io.openrcm.security.audit;

/** How it ended. */
public enum AuditOutcome {
    SUCCESS,
    /** Whoever tried it may not. */
    REFUSED,
    /** It was allowed and did not work. */
    FAILED
}
