package io.openrcm.rest.edge;

/** How many calls one caller still has: they come back steadily, up to a number that may be made at once. */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double most;
    private double left;
    private long countedAt;

    TokenBucket(double perSecond, double most, long now) {
        this.perSecond = perSecond;
        this.most = most;
        this.left = most;
        this.countedAt = now;
    }

    /** 0 if the call may be made, else after how many seconds it may; {@code now} in nanoseconds, never going back. */
    synchronized int take(long now) {
        left = Math.min(most, left + (now - countedAt) / NANOS_PER_SECOND * perSecond);
        countedAt = now;
        if (left >= 1) {
            left--;
            return 0;
        }
        return (int) Math.max(1, Math.ceil((1 - left) / perSecond));
    }

    /** Nobody has called for so long that a new one would be the same. */
    synchronized boolean isFull(long now) {
        return left + (now - countedAt) / NANOS_PER_SECOND * perSecond >= most;
    }
}
