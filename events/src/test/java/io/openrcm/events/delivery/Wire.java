package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;

import io.openrcm.events.Event;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A topic in memory, as a consumer would be given it. */
final class Wire {

    static final String TOPIC = "followup-events";
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();

    Wire say(long seq, Event event) {
        return say(seq, event, "LAKESIDE");
    }

    Wire say(long seq, Event event, @Nullable String facility) {
        return say(
                seq,
                EventCodec.wireType(event),
                event.aggregateId(),
                EventCodec.standard().encode(event),
                facility);
    }

    Wire say(long seq, String type, UUID aggregateId, byte[] payload) {
        return say(seq, type, aggregateId, payload, "LAKESIDE");
    }

    private Wire say(long seq, String type, UUID aggregateId, byte[] payload, @Nullable String facility) {
        var headers = new EventHeaders(
                Ids.derived(aggregateId, "event " + seq),
                type,
                "/delivery-test",
                aggregateId,
                NOW,
                seq,
                Ids.derived("cause"),
                Ids.derived(aggregateId, "correlation"),
                null,
                facility);
        return say(Lane.of(aggregateId), aggregateId.toString(), EventHeaders.fromLines(headers.toLines()), payload);
    }

    Wire say(int lane, String key, List<org.apache.kafka.common.header.Header> headers, byte[] payload) {
        messages.add(new ConsumerRecord<>(
                TOPIC,
                lane,
                messages.size(),
                NOW.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                payload,
                new RecordHeaders(headers),
                Optional.empty()));
        return this;
    }

    ConsumerRecords<String, byte[]> all() {
        return records(messages);
    }

    ConsumerRecords<String, byte[]> only(int from, int to) {
        return records(messages.subList(from, to));
    }

    static ConsumerRecords<String, byte[]> records(Collection<ConsumerRecord<String, byte[]>> messages) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition = new LinkedHashMap<>();
        for (var message : messages) {
            byPartition
                    .computeIfAbsent(
                            new TopicPartition(message.topic(), message.partition()), unused -> new ArrayList<>())
                    .add(message);
        }
        return new ConsumerRecords<>(byPartition, Map.of());
    }

    /** Five appeals of each of a hundred claims. */
    static Wire manyAppeals() {
        var wire = new Wire();
        for (int seq = 1; seq <= 5; seq++) {
            for (int claim = 0; claim < 100; claim++) {
                wire.say(seq, anAppeal(claim(claim), 20 + seq));
            }
        }
        return wire;
    }

    /** What a claim has heard after this many appeals. */
    static String heard(int appeals) {
        var heard = new StringBuilder();
        for (int level = 21; level <= 20 + appeals; level++) {
            heard.append(level).append(' ');
        }
        return heard.toString();
    }

    static UUID claim(int number) {
        return Ids.derived("claim " + number);
    }
}
