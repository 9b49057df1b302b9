package io.openrcm.security.audit;

/** What was done or tried. */
public enum AuditAction {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    /** A search, or a list. */
    QUERY,
    /** Records left the system as a file. */
    EXPORT,
    /** Any other command, as a release or a retry. */
    EXECUTE,
    LOGIN
}
