package io.openrcm.security.audit;

/** What was done or tried. */
public enum AuditAction {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    /** A search; of what it found only the number is on record. */
    QUERY,
    /** Records left the system as a file. */
    EXPORT,
    /** Any other command, as a release or a retry. */
    EXECUTE,
    LOGIN
}
