package io.openrcm.claims.claim.status;

/** Where the current version of a claim stands on our side of the border. */
public enum VersionStatus {
    DRAFT,
    /** Stopped by claim edits, or sent back by the gateway; nobody outside has seen this version. */
    HELD,
    /** Passed every edit; its content is frozen. */
    RELEASED,
    /** Its bytes have left. */
    SUBMITTED,
    /** A newer version has taken its place. */
    SUPERSEDED
}
