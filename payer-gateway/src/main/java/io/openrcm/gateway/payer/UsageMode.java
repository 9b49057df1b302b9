package io.openrcm.gateway.payer;

/** What the partner may do with what it receives (ISA15). */
public enum UsageMode {
    TEST,
    PRODUCTION
}
