package io.openrcm.servers;

import io.openrcm.servers.kafka.KafkaAccounts;
import io.openrcm.servers.kafka.KafkaSettings;
import io.openrcm.servers.kafka.LocalKafka;
import io.openrcm.servers.kafka.Topics;
import io.openrcm.servers.postgres.Databases;
import io.openrcm.servers.postgres.LocalPostgres;
import io.openrcm.servers.postgres.PostgresPrograms;
import io.openrcm.servers.postgres.PostgresSettings;
import io.openrcm.servers.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Decides where PostgreSQL and Kafka come from, for tests and for the local stack: addresses given by the environment
 * ({@code OPENRCM_TEST_POSTGRES_URL}, {@code _USER}, {@code _PASSWORD}; {@code OPENRCM_TEST_KAFKA}, {@code _PASSWORD}: every user's);
 * containers, where a Docker engine answers; else the servers' own programs. What keeps its data or has certificates always takes the last
 * way. A Kafka in a container, or given without a password, asks nobody who he is: good for every test but those of the accounts.
 */
final class RealServers implements AutoCloseable {

    private record Postgres(String url, String user, String password) {}

    /** Without a password where it asks for none. */
    private record Kafka(String bootstrap, String password) {}

    private final ServerOptions options;
    private final Passwords passwords;
    private final @Nullable Certificates certificates;
    private final Path folder;
    private final Map<String, String> environment;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    RealServers(ServerOptions options, Map<String, String> environment) throws IOException {
        this.options = options;
        this.environment = environment;
        this.folder = options.data() == null ? Files.createTempDirectory("openrcm-servers") : options.data();
        this.passwords = options.data() == null
                ? Passwords.passing()
                : Passwords.keptIn(Objects.requireNonNullElse(options.secrets(), folder.resolve("secrets")));
        this.certificates = options.tls() == null ? null : Certificates.keptIn(options.tls());
        Files.createDirectories(folder);
    }

    /** Starts both at once and returns when both answer, with their databases and topics. */
    ServerAddresses start() throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Postgres> postgres = threads.submit(this::postgres);
            Future<Kafka> kafka = threads.submit(this::kafka);
            var addresses = new ServerAddresses(
                    result(postgres).url(),
                    result(postgres).user(),
                    result(postgres).password(),
                    result(kafka).bootstrap(),
                    result(kafka).password(),
                    certificates == null ? "" : certificates.authority().toString());
            createDatabases(addresses);
            Topics.make(addresses.kafkaClient(), options.topics());
            return addresses;
        }
    }

    private Postgres postgres() throws IOException, InterruptedException {
        var given = environment.get("OPENRCM_TEST_POSTGRES_URL");
        if (given != null && mayBeAnywhere()) {
            return new Postgres(
                    given.endsWith("/") ? given : given + "/",
                    environment.getOrDefault("OPENRCM_TEST_POSTGRES_USER", LocalPostgres.ADMIN),
                    environment.getOrDefault("OPENRCM_TEST_POSTGRES_PASSWORD", ""));
        }
        if (inContainers()) {
            var container = inContainer("PostgreSQL", () -> ContainerServers.startPostgres(options.postgresPort()));
            if (container != null) {
                register(container::stop);
                var url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
                return new Postgres(url, container.getUsername(), container.getPassword());
            }
        }
        int port = options.postgresPort() == 0 ? freePort() : free(options.postgresPort(), "PostgreSQL");
        var password = passwords.of(LocalPostgres.ADMIN);
        var programs = PostgresPrograms.unpackedUnder(programsFolder());
        var settings = new PostgresSettings(port, options.durable(), certificates);
        register(LocalPostgres.start(programs, folder, options.data() == null, settings, password));
        return new Postgres("jdbc:postgresql://127.0.0.1:" + port + "/", LocalPostgres.ADMIN, password);
    }

    private Kafka kafka() throws IOException, InterruptedException {
        var given = environment.get("OPENRCM_TEST_KAFKA");
        if (given != null && mayBeAnywhere()) {
            return new Kafka(given, environment.getOrDefault("OPENRCM_TEST_KAFKA_PASSWORD", ""));
        }
        if (inContainers()) {
            var container = inContainer("Kafka", () -> ContainerServers.startKafka(options.kafkaPort()));
            if (container != null) {
                register(container::stop);
                return new Kafka(container.getBootstrapServers(), "");
            }
        }
        int port = options.kafkaPort() == 0 ? freePort() : free(options.kafkaPort(), "Kafka");
        var settings = new KafkaSettings(
                folder.resolve("kafka"), options.durable(), port, freePort(), freePort(), certificates);
        var accounts = new HashMap<String, String>();
        for (var service : KafkaAccounts.services()) {
            accounts.put(service, passwords.of("kafka-" + service));
        }
        var adminPassword = passwords.of("kafka-" + KafkaAccounts.ADMIN);
        accounts.put(KafkaAccounts.ADMIN, adminPassword);
        register(LocalKafka.start(settings, accounts));
        return new Kafka(settings.broker(), adminPassword);
    }

    private boolean mayBeAnywhere() {
        return options.data() == null && certificates == null;
    }

    private boolean inContainers() {
        return mayBeAnywhere() && ContainerServers.engineAnswers();
    }

    /** Null where the engine answers but cannot run this, as on a machine that cannot fetch images. */
    private static <T> @Nullable T inContainer(String what, Callable<T> start) {
        try {
            return start.call();
        } catch (Exception refused) {
            System.err.println(what + " as a container did not start, using its own program: " + refused.getMessage());
            return null;
        }
    }

    private void createDatabases(ServerAddresses addresses) throws IOException {
        var databases = new Databases(addresses::databaseUrl, addresses.adminUser(), addresses.adminPassword());
        try {
            for (var name : options.databases()) {
                databases.create(name, passwords.of(name), passwords.of(Databases.ownerOf(name)));
            }
            for (var name : options.ownedDatabases()) {
                databases.createOwned(name, passwords.of(name));
            }
        } catch (SQLException refused) {
            throw new IOException(
                    "PostgreSQL answers but did not make the databases: " + refused.getMessage(), refused);
        }
    }

    /** Beside our own jar or classes, where a clean build removes them. */
    static Path programsFolder() {
        return ServersProcess.codeLocation().resolveSibling("postgres");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int free(int port, String who) throws IOException {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return port;
        } catch (IOException busy) {
            throw new IOException("port " + port + " for " + who + " is in use by another program", busy);
        }
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IOException(
                    failed.getCause() == null
                            ? failed.getMessage()
                            : failed.getCause().getMessage(),
                    failed);
        }
    }

    private void register(AutoCloseable server) {
        synchronized (running) {
            running.push(server);
        }
    }

    /** Stops whatever has started; PostgreSQL last, because its end removes the folder they share. */
    @Override
    public void close() throws IOException {
        List<AutoCloseable> servers;
        synchronized (running) {
            servers = running.stream()
                    .sorted((one, other) ->
                            Boolean.compare(one instanceof LocalPostgres, other instanceof LocalPostgres))
                    .toList();
            running.clear();
        }
        for (var server : servers) {
            try {
                server.close();
            } catch (Exception stuck) {
                throw new IOException("a server did not stop: " + stuck.getMessage(), stuck);
            }
        }
    }
}
