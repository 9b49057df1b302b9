package io.openrcm.events.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A message as a story tells it; {@code data} is its payload. */
public record Told(
        String type,
        long seq,
        UUID eventId,
        UUID causationId,
        UUID correlationId,
        Instant occurredAt,
        @Nullable String facility,
        JsonNode data) {

    private static final EventCodec CODEC = EventCodec.standard();
    private static final ObjectMapper JSON = CODEC.mapper();
    private static final UUID NOBODY = Ids.derived("an id made at random");

    static Told read(String text) {
        try {
            return JSON.readValue(text, Told.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Told of(byte[] headerLines, byte[] payload) {
        var headers = Objects.requireNonNull(EventHeaders.read(EventHeaders.fromLines(headerLines)), "headers");
        try {
            return new Told(
                    headers.type(),
                    headers.aggregateSeq(),
                    headers.id(),
                    headers.causationId(),
                    headers.correlationId(),
                    headers.time(),
                    headers.facility(),
                    JSON.readTree(open(headers, payload)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A story is told openly. */
    private static byte[] open(EventHeaders headers, byte[] payload) {
        var codec = Arc.container().instance(EventCodec.class).get();
        return CODEC.encode(codec.open(headers, payload));
    }

    /** For instance {@code ClaimHeld}. */
    String event() {
        return type.substring(0, type.indexOf('.'));
    }

    /** The same message but for the ids that follow from a cause without a name of its own. */
    Told causedByNobody() {
        return new Told(type, seq, NOBODY, NOBODY, correlationId, occurredAt, facility, data);
    }

    String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As a consumer of the sender's topic is given it. */
    ConsumerRecords<String, byte[]> delivered(String sender, String topic) {
        byte[] payload = data.toString().getBytes(StandardCharsets.UTF_8);
        var aggregate = CODEC.decode(type, payload).aggregateId();
        var headers = new EventHeaders(
                eventId, type, "/" + sender, aggregate, occurredAt, seq, causationId, correlationId, null, facility);
        int lane = Lane.of(aggregate);
        var message = new ConsumerRecord<>(
                topic,
                lane,
                0,
                occurredAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                aggregate.toString(),
                payload,
                new RecordHeaders(EventHeaders.fromLines(headers.toLines())),
                Optional.empty());
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, lane), List.of(message)), Map.of());
    }
}
