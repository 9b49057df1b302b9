package io.openrcm.security.audit;

/**
 * Why records are used: HL7's v3-ActReason. Treatment is none of ours. Nor is break-glass (BTG), which is for treatment: what is done under
 * an emergency access is for payment and names the access.
 */
public enum PurposeOfUse {
    /** Healthcare payment. */
    HPAYMT,
    /** Healthcare operations: configuration, operation, audit. */
    HOPERAT
}
