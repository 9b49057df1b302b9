package io.openrcm.local.identity;

import java.time.Duration;

/**
 * What a sign-in yields.
 *
 * @param refresh empty where there is none: machines sign in anew instead
 * @param endsAt on the scale of the realm's {@code nanoTime}
 */
record Grant(String access, String refresh, long endsAt) {

    private static final long RESERVE_NANOS = Duration.ofSeconds(30).toNanos();

    /** Long enough for one more call, whatever is asked in it. */
    boolean isFresh(long now) {
        return endsAt - now > RESERVE_NANOS;
    }

    @Override
    public String toString() {
        return "Grant[…]";
    }
}
