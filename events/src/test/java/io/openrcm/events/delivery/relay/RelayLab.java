package io.openrcm.events.delivery.relay;

import io.openrcm.events.Ids;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.servers.ServerAddresses;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A database with an outbox, a topic, writers and relays. */
final class RelayLab implements AutoCloseable {

    /** About what an event about a claim weighs. */
    private static final byte[] PAYLOAD =
            "{\"claim\":\"%s\"}".formatted("x".repeat(700)).getBytes(StandardCharsets.UTF_8);

    /** Of a role that lives as long as a test, on this machine only. */
    private static final String PASSWORD = "lab";

    final String topic = "relay-lab-" + UUID.randomUUID();
    private final String database = "relay_" + UUID.randomUUID().toString().substring(0, 8);
    private final ServerAddresses servers;

    RelayLab() throws IOException, SQLException {
        this(ServersProcess.shared());
    }

    RelayLab(ServerAddresses servers) throws IOException, SQLException {
        this.servers = servers;
        try (var admin = admin();
                var statement = admin.createStatement()) {
            statement.execute("create role " + database + " login password '" + PASSWORD + "'");
            statement.execute("create database " + database + " owner " + database);
        }
        var migration = Path.of("src/main/resources/db/events/V1__outbox_and_inbox.sql");
        run(Files.readString(migration));
        run("create table told(aggregate_id uuid primary key, event_seq bigint not null)");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(servers.databaseUrl(database), database, PASSWORD);
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection(
                servers.databaseUrl("postgres"), servers.adminUser(), servers.adminPassword());
    }

    void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String from) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many events each aggregate has told. */
    Map<UUID, Long> told() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select aggregate_id, event_seq from told")) {
            var told = new HashMap<UUID, Long>();
            while (rows.next()) {
                told.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
            return told;
        }
    }

    static UUID aggregate(int number) {
        return Ids.derived("aggregate " + number);
    }

    /** One transaction that lets each of these aggregates, at most once each, say its next event; in order of their ids, to avoid deadlock. */
    void tell(Connection connection, List<UUID> aggregates) throws SQLException {
        connection.setAutoCommit(false);
        var entries = new ArrayList<OutboxEntry>();
        try (var bump = connection.prepareStatement("""
                insert into told values (?, 1) on conflict (aggregate_id) do update set event_seq = told.event_seq + 1
                returning event_seq""")) {
            for (var aggregate : aggregates.stream().sorted().toList()) {
                bump.setObject(1, aggregate);
                try (var seq = bump.executeQuery()) {
                    seq.next();
                    entries.add(entry(aggregate, seq.getLong(1)));
                }
            }
        }
        OutboxTable.insert(connection, entries);
        connection.commit();
    }

    /** Lets the first aggregates say their next event, in one transaction. */
    void tellAll(int aggregates) throws SQLException {
        try (var connection = connect()) {
            tell(
                    connection,
                    IntStream.range(0, aggregates).mapToObj(RelayLab::aggregate).toList());
        }
    }

    OutboxEntry entry(UUID aggregate, long seq) {
        var cause = Ids.derived("cause");
        return new OutboxEntry(
                topic,
                new EventHeaders(
                        Ids.derived(aggregate, String.valueOf(seq)),
                        "ClaimTold.v1",
                        "/relay-lab",
                        aggregate,
                        Instant.EPOCH,
                        seq,
                        cause,
                        cause,
                        null,
                        null),
                PAYLOAD);
    }

    /** A relay in this process, to Kafka. */
    OutboxRelay relay(OutboxRelay.Watcher watcher) {
        return OutboxRelay.between(database(), servers.kafkaClient(), topic, watcher);
    }

    /** A relay in this process, to somewhere else. */
    OutboxRelay relayTo(OutboxRelay.Sinks sinks, OutboxRelay.Watcher watcher) {
        return new OutboxRelay(() -> database().open(), sinks, watcher);
    }

    private RelayConnections database() {
        return new RelayConnections(servers.databaseUrl(database), database, PASSWORD, Map.of());
    }

    /** A relay in a process of its own. */
    Process replica() throws IOException {
        var classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var replica = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classpath,
                        RelayReplica.class.getName(),
                        servers.databaseUrl(database),
                        database,
                        PASSWORD,
                        servers.kafka(),
                        topic)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "relay-replicas.log").toFile()));
        replica.environment().put("KAFKA_PASSWORD", servers.kafkaPassword());
        return replica.start();
    }

    /** Everything in the topic, in order within each partition. */
    List<ConsumerRecord<String, byte[]>> topic() {
        var config = new HashMap<>(servers.kafkaClient());
        config.put("fetch.max.bytes", 16 << 20);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, 16)
                    .mapToObj(lane -> new TopicPartition(topic, lane))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (messages.size() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    @Override
    public void close() throws SQLException {
        try (var admin = admin();
                var statement = admin.createStatement()) {
            statement.execute("drop database " + database + " with (force)");
            statement.execute("drop role " + database);
        }
    }

    /** Remembers what a relay said about itself. */
    static final class Recorder implements OutboxRelay.Watcher {

        volatile long sent;
        volatile @Nullable Backlog backlog;
        volatile @Nullable Exception trouble;

        @Override
        public synchronized void sent(int events) {
            sent += events;
        }

        @Override
        public void waiting(Backlog waiting) {
            backlog = waiting;
        }

        @Override
        public void trouble(@Nullable Exception because) {
            trouble = because;
        }
    }
}
