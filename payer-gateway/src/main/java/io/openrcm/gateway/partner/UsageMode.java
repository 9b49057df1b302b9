package io.openrcm.gateway.partner;

/** What the partner may do with what it receives (ISA15). */
public enum UsageMode {
    TEST,
    PRODUCTION
}
