package io.openrcm.security.emergency;

/** Where an emergency access is in its life. */
public enum EmergencyStatus {
    /** Asked for; gives nothing yet. */
    REQUESTED,
    /** A second person agreed: it holds until its time is over. */
    APPROVED,
    /** A second person did not agree. */
    REFUSED,
    /** Given back before its time was over. */
    ENDED,
    /** Somebody else has looked at what was done under it. */
    REVIEWED
}
