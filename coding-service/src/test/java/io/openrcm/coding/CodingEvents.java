package io.openrcm.coding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service said on its topic, as anybody outside can read it. */
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
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer());
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
        DataSource database = Arc.container().instance(DataSource.class).get();
        try (var connection = database.getConnection();
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
        try {
            JsonNode payload = JSON.readTree(row.value());
            byKey.computeIfAbsent(row.key(), _ -> new CopyOnWriteArrayList<>())
                    .add(new Said(
                            header(row, "ce_type"),
                            Long.parseLong(header(row, "aggregateseq")),
                            payload,
                            new String(row.value(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> row, String name) {
        return new String(row.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
