package io.openrcm.coding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.servers.ServersProcess;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What the service said on its topic, as the other services read it. */
public final class CodingEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PARTITIONS = 16;

    private static final CodingEvents SHARED = new CodingEvents();

    /** One event: its wire type, and its payload as JSON. */
    public record Said(String type, long seq, JsonNode payload, String text) {}

    private final Map<String, List<Said>> byKey = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    private CodingEvents() {
        consumer = new KafkaConsumer<>(
                ServersProcess.kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition("coding-events", partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until that many events about the encounter were said. */
    public static List<Said> await(String id, int count) {
        return SHARED.awaitCount(id, count);
    }

    /** Everything that was said about the encounter, once the service has nothing more to say. */
    public static List<Said> soFar(String id) {
        return SHARED.upToNow(id);
    }

    private synchronized List<Said> upToNow(String id) {
        Awaitility.await().atMost(PATIENCE).until(() -> unsaid() == 0);
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
            consumer.poll(Duration.ofMillis(50)).forEach(this::keep);
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return byKey.getOrDefault(id, List.of());
    }

    private static long unsaid() throws SQLException {
        try (var connection = TestDatabase.everything().getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private synchronized List<Said> awaitCount(String id, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .until(() -> {
                    boolean isHeard = byKey.getOrDefault(id, List.of()).size() >= count;
                    if (!isHeard) {
                        consumer.poll(Duration.ofMillis(50)).forEach(this::keep);
                    }
                    return isHeard;
                });
        return byKey.getOrDefault(id, new ArrayList<>());
    }

    private void keep(ConsumerRecord<String, byte[]> row) {
        var codec = Arc.container().instance(EventCodec.class).get();
        var headers = Objects.requireNonNull(EventHeaders.read(row.headers()), "headers");
        byte[] open = codec.encode(codec.open(headers, row.value()));
        try {
            byKey.computeIfAbsent(row.key(), _ -> new CopyOnWriteArrayList<>())
                    .add(new Said(
                            headers.type(),
                            headers.aggregateSeq(),
                            JSON.readTree(open),
                            new String(open, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
