package io.openrcm.gateway.partner;

/** The ways in which files reach a trading partner. */
public enum AdapterKind {
    /** Folders that both sides can reach. */
    FILE
}
