package io.openrcm.events.delivery.relay;

import io.openrcm.events.delivery.wire.EventHeaders;

/** An event to be said, as it goes into the outbox. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OutboxEntry(String topic, EventHeaders headers, byte[] payload) {

    /** A payload larger than this travels by reference; Kafka's own limits are far above. */
    public static final int MAX_PAYLOAD_BYTES = 256 * 1024;

    public OutboxEntry {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    headers.type() + " of " + payload.length + " bytes is larger than " + MAX_PAYLOAD_BYTES);
        }
    }
}
