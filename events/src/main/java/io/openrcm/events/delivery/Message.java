package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it was delivered: once, and in the order of its aggregate.
 *
 * @param seq 1, 2, 3 and so on within the aggregate
 * @param occurredAt when the sender recorded the event
 */
public record Message<E extends Event>(
        UUID eventId, UUID aggregateId, long seq, UUID correlationId, Instant occurredAt, E event) {

    /** For what happens because of this message. */
    public Cause cause() {
        return new Cause(eventId, correlationId);
    }
}
