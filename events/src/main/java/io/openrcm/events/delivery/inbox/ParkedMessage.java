package io.openrcm.events.delivery.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was set aside, without its content.
 *
 * @param aggregateId absent, with {@code seq} and {@code type}, where the headers cannot be read
 * @param code why: {@code UNKNOWN_TYPE}, {@code WRONG_TOPIC}, {@code WRONG_AGGREGATE}, {@code WRONG_FACILITY},
 *     {@code INVALID_PAYLOAD}, {@code INVALID_JSON}, {@code INVALID_HEADERS}, {@code EARLIER_MISSING}, or the
 *     name of the exception with which applying it failed
 * @param attempts how often it could not be applied
 */
public record ParkedMessage(
        long id,
        String topic,
        int partition,
        long offset,
        UUID eventId,
        @Nullable UUID aggregateId,
        @Nullable Long seq,
        @Nullable String type,
        State state,
        String code,
        int attempts,
        Instant parkedAt) {

    public enum State {
        /** Could not be applied. */
        PARKED,
        /** An earlier one of its aggregate has not been applied yet; applied by itself as soon as that one is. */
        WAITING,
        /** Was parked, and applied later. */
        RETRIED,
        /** A person decided that it will never be applied. */
        DISMISSED
    }
}
