package io.openrcm.servers.kafka;

import io.openrcm.servers.Passwords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A Kafka server in this process, broker and controller in one, on loopback, for those who have an account. */
public final class LocalKafka implements AutoCloseable {

    private final KafkaRaftServer server;

    private LocalKafka(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts, and waits until every user can log in.
     *
     * @param settings with a log folder that is formatted if it is new and used as it is if not, also if it knows no user yet
     * @param passwords of the administrator and of every service, by user
     */
    public static LocalKafka start(KafkaSettings settings, Map<String, String> passwords)
            throws IOException, InterruptedException {
        var inside = Passwords.random();
        var logs = settings.logs();
        Files.createDirectories(logs);
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwx------"));
        var properties = settings.toProperties(inside);
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(logs, properties);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        try (var admin = Admin.create(settings.insideClient(inside))) {
            KafkaAccounts.establish(admin, passwords);
            KafkaAccounts.awaitInForce(settings, passwords);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("Kafka runs but its accounts could not be made: " + failed.getMessage(), failed);
        }
        return new LocalKafka(server);
    }

    /** The settings hold passwords: the file lives for the moment of formatting, and only its owner can read it. */
    private static void format(Path logs, Properties settings) throws IOException {
        var file = Files.createTempFile(
                "kafka",
                ".properties",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            var said = new ByteArrayOutputStream();
            int failed = StorageTool.execute(
                    new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            if (failed != 0) {
                throw new IOException("Kafka could not format " + logs + ": " + said.toString(StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
