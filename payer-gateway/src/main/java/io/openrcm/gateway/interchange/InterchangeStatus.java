package io.openrcm.gateway.interchange;

/** Where a file to a trading partner stands. */
public enum InterchangeStatus {
    /** Bytes and control numbers are fixed for ever; it may or may not have left. */
    PREPARED,
    /** It lies where the partner takes it, or the partner has it. */
    DELIVERED
}
