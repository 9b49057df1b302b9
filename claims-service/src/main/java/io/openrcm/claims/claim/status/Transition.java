package io.openrcm.claims.claim.status;

import java.util.Set;

/** One permitted move on one axis of a claim; an enum of these is the axis's whole life cycle. */
public interface Transition<S extends Enum<S>> {

    Set<S> from();

    S to();

    String name();

    default boolean isPossibleFrom(S current) {
        return from().contains(current);
    }

    /** Where the move leads from {@code current}; a caller that cannot know asks {@link #isPossibleFrom} first. */
    default S after(S current) {
        if (!isPossibleFrom(current)) {
            throw new IllegalStateException(name() + " is no move from " + current);
        }
        return to();
    }
}
