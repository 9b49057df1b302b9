package io.openrcm.gateway.remittance;

/** Whether a payment's account has been taken in. */
public enum RemittanceStatus {
    BALANCED,
    /** Only accounts out of balance have come so far; a corrected one may follow. */
    REFUSED
}
