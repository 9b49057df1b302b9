package io.openrcm.bench;

import io.openrcm.local.LocalStack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether everything has come to rest: nothing waits to be said, heard, sent or read. */
final class Quiescence implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of("coding-events", "claim-events", "payer-events", "followup-events");

    /** Who hears what. */
    private static final Map<String, List<String>> HEARS = Map.of(
            "claims-service", List.of("coding-events", "payer-events", "followup-events"),
            "payer-gateway", List.of("claim-events"),
            "followup-service", List.of("claim-events"));

    private final Databases databases;
    private final Admin admin;

    Quiescence(LocalStack stack, Databases databases) {
        this.databases = databases;
        this.admin = Admin.create(Map.copyOf(stack.kafkaClient()));
    }

    long outbox() {
        return Databases.NAMES.stream()
                .mapToLong(database -> databases.number(database, "select count(*) from outbox"))
                .sum();
    }

    long parked() {
        return Databases.NAMES.stream()
                .mapToLong(database -> databases.number(
                        database, "select count(*) from parked_message where state in ('PARKED', 'WAITING')"))
                .sum();
    }

    /** Messages that some listener has not taken in yet. */
    long lag() {
        try {
            var partitions = admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get();
            long lag = 0;
            for (var group : HEARS.entrySet()) {
                var committed = admin.listConsumerGroupOffsets(group.getKey())
                        .partitionsToOffsetAndMetadata()
                        .get();
                for (var end : ends.entrySet()) {
                    if (group.getValue().contains(end.getKey().topic())) {
                        var at = committed.get(end.getKey());
                        lag += end.getValue().offset() - (at == null ? 0 : at.offset());
                    }
                }
            }
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Claims whose bytes or whose answers are still under way inside the gateway. */
    long underWay() {
        return databases.number("gateway", "select count(*) from interchange where status = 'PREPARED'")
                + databases.number("gateway", "select count(*) from submission where status in ('QUEUED', 'PREPARED')")
                + databases.number(
                        "gateway", "select count(*) from received_file where status in ('RECEIVED', 'WAITING')");
    }

    boolean isReached() {
        return outbox() == 0 && underWay() == 0 && lag() == 0;
    }

    @Override
    public void close() {
        admin.close();
    }
}
