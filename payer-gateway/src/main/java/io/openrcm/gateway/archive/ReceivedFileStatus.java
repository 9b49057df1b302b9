package io.openrcm.gateway.archive;

/** Where a received file stands. */
public enum ReceivedFileStatus {
    /** Its bytes are kept; nothing or not everything has been read from it. */
    RECEIVED,
    /** Every transaction set has taken effect, or repeats one that did. */
    INTERPRETED,
    /** The same bytes came before. */
    DUPLICATE,
    /** It has a transaction set of a kind or version that we do not take. */
    UNSUPPORTED,
    /** Something in it cannot be used until a person has looked at it; see its error and its transaction sets. */
    QUARANTINED
}
