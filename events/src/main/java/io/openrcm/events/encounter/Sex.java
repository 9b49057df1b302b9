package io.openrcm.events.encounter;

/** Administrative sex as the payer knows it. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN
}
