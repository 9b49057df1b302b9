package io.openrcm.gateway.rounds;

/** How soon a round should follow the last one. */
public enum Pace {
    /** There may be more to do: at once. */
    MORE,
    /** Nothing more to do now: after the pause. */
    IDLE,
    /** Something failed and will be tried again: after ten pauses. */
    TROUBLED;

    /** The pace of two pieces of work together: trouble slows down, else more is to be done if either says so. */
    public Pace or(Pace other) {
        if (this == TROUBLED || other == TROUBLED) {
            return TROUBLED;
        }
        return this == MORE ? this : other;
    }
}
