package io.openrcm.events.delivery.relay;

/**
 * What waits in the outbox.
 *
 * @param depth events, counted no further than {@link #COUNTED_AT_MOST}
 * @param oldestAgeSeconds zero when nothing waits
 */
public record Backlog(long depth, double oldestAgeSeconds) {

    static final int COUNTED_AT_MOST = 1_000_000;
    static final Backlog NONE = new Backlog(0, 0);
}
