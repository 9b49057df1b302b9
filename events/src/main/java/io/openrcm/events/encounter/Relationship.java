package io.openrcm.events.encounter;

/** What the patient is to the subscriber. */
public enum Relationship {
    SELF,
    SPOUSE,
    CHILD,
    EMPLOYEE,
    OTHER,
    UNKNOWN
}
