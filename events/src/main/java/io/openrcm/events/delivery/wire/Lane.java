package io.openrcm.events.delivery.wire;

import java.util.UUID;

/** Which of the 16 partitions an aggregate's events go through. */
public final class Lane {

    public static final int COUNT = 16;

    private Lane() {}

    /** Fixed for ever: another formula would let an aggregate's new events overtake its old ones. */
    public static int of(UUID aggregateId) {
        long bits = aggregateId.getMostSignificantBits() * 31 + aggregateId.getLeastSignificantBits();
        // The finaliser of SplitMix64, so that ids which differ little still spread evenly.
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return (int) ((bits ^ (bits >>> 31)) & (COUNT - 1));
    }
}
