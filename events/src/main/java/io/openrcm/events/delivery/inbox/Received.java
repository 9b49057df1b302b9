package io.openrcm.events.delivery.inbox;

import io.openrcm.events.Ids;
import io.openrcm.events.delivery.wire.EventHeaders;
import java.util.Base64;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, from Kafka or from the table of parked messages.
 *
 * @param parkedId its row among the parked messages; 0 for one from Kafka
 * @param eventId of a message without readable headers: derived from its place and content
 * @param headers null where they cannot be read
 * @param headerLines every header, one line each, as {@link EventHeaders#toLines()} writes them
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Received(
        long parkedId, Place place, UUID eventId, @Nullable EventHeaders headers, byte[] headerLines, byte[] payload) {

    private static final byte[] NOTHING = {};

    /** Where a message lay in Kafka. */
    public record Place(
            int partition, long offset, @Nullable String key) {}

    /** A message from Kafka. */
    public static Received from(ConsumerRecord<String, byte[]> message) {
        var headers = EventHeaders.read(message.headers());
        var payload = message.value() == null ? NOTHING : message.value();
        var place = new Place(message.partition(), message.offset(), message.key());
        var eventId = headers == null ? derivedId(message, payload) : headers.id();
        return new Received(0, place, eventId, headers, EventHeaders.toLines(message.headers()), payload);
    }

    /** A message that had been set aside. */
    static Received parked(long id, Place place, UUID eventId, byte[] headerLines, byte[] payload) {
        var headers = EventHeaders.read(new RecordHeaders(EventHeaders.fromLines(headerLines)));
        return new Received(id, place, eventId, headers, headerLines, payload);
    }

    public boolean isParked() {
        return parkedId != 0;
    }

    private static UUID derivedId(ConsumerRecord<String, byte[]> message, byte[] payload) {
        return Ids.derived(message.topic() + "/" + message.partition() + "/" + message.offset() + "/"
                + Base64.getEncoder().encodeToString(payload));
    }

    @Override
    public String toString() {
        return "Received[" + eventId + ", partition " + place.partition() + ", offset " + place.offset() + "]";
    }
}
