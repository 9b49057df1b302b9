package io.openrcm.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A Kafka server in this process, broker and controller in one, on loopback. */
final class LocalKafka implements AutoCloseable {

    private final KafkaRaftServer server;

    private LocalKafka(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts, and waits until the broker takes requests.
     *
     * @param folder holds the logs; formatted if it is new, used as it is if not
     */
    static LocalKafka start(Path folder, boolean durable, int port, int controllerPort) throws IOException {
        var logs = folder.resolve("kafka");
        Files.createDirectories(logs);
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwx------"));
        var settings = settings(logs, durable, port, controllerPort);
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(folder, settings);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new LocalKafka(server);
    }

    private static void format(Path folder, Properties settings) throws IOException {
        var file = folder.resolve("kafka.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        var said = new ByteArrayOutputStream();
        int failed = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (failed != 0) {
            throw new IOException("Kafka could not format " + folder + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** Events are kept for good and group offsets for a year: a stack that slept for a month goes on where it was. */
    private static Properties settings(Path logs, boolean durable, int port, int controllerPort) {
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", logs.toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("num.partitions", String.valueOf(RealServers.PARTITIONS));
        settings.setProperty("log.retention.ms", "-1");
        settings.setProperty("offsets.retention.minutes", "525600");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "1000");
        settings.setProperty("controlled.shutdown.enable", "false");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        settings.setProperty("log.cleaner.threads", "1");
        if (durable) {
            settings.setProperty("log.flush.interval.ms", "1000");
            settings.setProperty("log.flush.scheduler.interval.ms", "1000");
        }
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
