package io.openrcm.claims.scrubbing;

import java.util.List;

/** What all the claim edits together say about a claim. */
public sealed interface ScrubOutcome {

    List<Finding> findings();

    /** May leave; {@code findings} are warnings only. */
    record Clean(List<Finding> findings) implements ScrubOutcome {}

    /** At least one of {@code findings} holds the claim. */
    record Held(List<Finding> findings) implements ScrubOutcome {}
}
