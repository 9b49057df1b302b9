package io.openrcm.gateway.remittance;

/** What became of one remittance that was read. */
public enum RemittanceOutcome {
    TAKEN_IN,
    /** The same payment with the same content came before; nothing changed. */
    REPEATED,
    /** Out of balance, or a known payment with other content; said so, nothing of it was passed on. */
    REFUSED,
    /** Nobody knows whose payment it is; nothing changed. */
    UNKNOWN_PAYER
}
