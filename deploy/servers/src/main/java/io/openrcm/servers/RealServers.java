package io.openrcm.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * Decides where PostgreSQL and Kafka come from, for tests and for the local stack: addresses given by the environment
 * ({@code OPENRCM_TEST_POSTGRES_URL}, {@code _USER}, {@code _PASSWORD}, {@code OPENRCM_TEST_KAFKA}); containers, where a Docker engine
 * answers; else the servers' own programs. What keeps its data always takes the last way, so that the data stay in one place.
 */
final class RealServers implements AutoCloseable {

    /** Of every topic, for ever: a message's partition is a hash of its key. */
    static final int PARTITIONS = 16;

    private record Postgres(String url, String user, String password) {}

    private final ServerOptions options;
    private final Passwords passwords;
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
        Files.createDirectories(folder);
    }

    /** Starts both at once and returns when both answer, with their databases and topics. */
    ServerAddresses start() throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Postgres> postgres = threads.submit(this::postgres);
            Future<String> kafka = threads.submit(this::kafka);
            var addresses = new ServerAddresses(
                    result(postgres).url(),
                    result(postgres).user(),
                    result(postgres).password(),
                    result(kafka));
            createDatabases(addresses);
            createTopics(addresses.kafka());
            return addresses;
        }
    }

    private Postgres postgres() throws IOException, InterruptedException {
        var given = environment.get("OPENRCM_TEST_POSTGRES_URL");
        if (given != null && options.data() == null) {
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
        register(LocalPostgres.start(programs, folder, options.data() == null, options, port, password));
        return new Postgres("jdbc:postgresql://127.0.0.1:" + port + "/", LocalPostgres.ADMIN, password);
    }

    private String kafka() throws IOException {
        var given = environment.get("OPENRCM_TEST_KAFKA");
        if (given != null && options.data() == null) {
            return given;
        }
        if (inContainers()) {
            var container = inContainer("Kafka", () -> ContainerServers.startKafka(options.kafkaPort()));
            if (container != null) {
                register(container::stop);
                return container.getBootstrapServers();
            }
        }
        int port = options.kafkaPort() == 0 ? freePort() : free(options.kafkaPort(), "Kafka");
        register(LocalKafka.start(folder, options.durable(), port, freePort()));
        return "127.0.0.1:" + port;
    }

    private boolean inContainers() {
        return options.data() == null && ContainerServers.engineAnswers();
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
        var databases = new Databases(addresses);
        try {
            for (var name : options.databases()) {
                databases.create(name, passwords.of(name));
            }
        } catch (SQLException refused) {
            throw new IOException(
                    "PostgreSQL answers but did not make the databases: " + refused.getMessage(), refused);
        }
    }

    private void createTopics(String bootstrap) throws IOException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> existing = admin.listTopics().names().get();
            var missing = new ArrayList<NewTopic>();
            for (var name : options.topics()) {
                if (!existing.contains(name)) {
                    missing.add(new NewTopic(name, PARTITIONS, (short) 1));
                }
            }
            admin.createTopics(missing).all().get();
        } catch (ExecutionException refused) {
            throw new IOException("Kafka answers but did not make the topics: " + refused.getMessage(), refused);
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
