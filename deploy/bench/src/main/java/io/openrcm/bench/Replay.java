package io.openrcm.bench;

import io.openrcm.local.LocalStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Delivers every message of every topic a second time, in the old order, to services that have heard them all. */
final class Replay {

    private static final List<String> TOPICS =
            List.of("coding-events", "claim-events", "payer-events", "followup-events");

    /** What must not change when a message comes twice: every table with business rows, by database. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "claims",
            List.of(
                    "claim",
                    "claim_version",
                    "submission_attempt",
                    "claim_finding",
                    "claim_timeline",
                    "ledger_posting",
                    "ledger_entry",
                    "claim_balance",
                    "claim_bucket",
                    "remittance",
                    "remitted_claim",
                    "line_adjudication"),
            "gateway",
            List.of("claim_exchange", "interchange", "sent_set", "submission"),
            "followup",
            List.of("watched_claim", "work_item"));

    private final LocalStack stack;
    private final Databases databases;

    Replay(LocalStack stack, Databases databases) {
        this.stack = stack;
        this.databases = databases;
    }

    /** A checksum per table, independent of the order of rows. */
    Map<String, String> checksums() {
        var sums = new LinkedHashMap<String, String>();
        TABLES.forEach((database, tables) -> tables.forEach(table -> {
            Object[] row = databases
                    .rows(
                            database,
                            "select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + table
                                    + " t")
                    .getFirst();
            sums.put(database + "." + table, row[0] + " rows, " + row[1]);
        }));
        return sums;
    }

    /** Sends everything again; the number of messages. */
    long deliverAgain() {
        var properties = new HashMap<String, Object>(stack.kafkaClient());
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        // Little in memory at a time, however long the run was.
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, "8388608");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "4194304");
        long sent = 0;
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    var partition = new TopicPartition(message.topic(), message.partition());
                    if (message.offset() < ends.getOrDefault(partition, 0L)) {
                        var _ = producer.send(new ProducerRecord<>(
                                message.topic(),
                                message.partition(),
                                message.key(),
                                message.value(),
                                message.headers()));
                        sent++;
                    }
                }
            }
            producer.flush();
        }
        return sent;
    }
}
