package io.openrcm.servers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.openrcm.servers.postgres.LocalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The servers as containers, reachable from this machine only. This Kafka has no accounts: its image's start script would have to be replaced. */
final class ContainerServers {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.0";

    private ContainerServers() {}

    /** Asks an engine only where there is a trace of one: the question itself takes seconds and fills the log. */
    static boolean engineAnswers() {
        var home = Path.of(System.getProperty("user.home"));
        boolean mayBeThere = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(home.resolve(".docker/run/docker.sock"))
                || Files.exists(home.resolve(".testcontainers.properties"));
        return mayBeThere && DockerClientFactory.instance().isDockerAvailable();
    }

    static PostgreSQLContainer startPostgres(int port) {
        var container = new PostgreSQLContainer(POSTGRES_IMAGE)
                .withUsername(LocalPostgres.ADMIN)
                .withPassword(Passwords.random())
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=200")
                .withCreateContainerCmdModifier(create -> onLoopback(create, port));
        container.start();
        return container;
    }

    static KafkaContainer startKafka(int port) {
        var container = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withCreateContainerCmdModifier(create -> onLoopback(create, port));
        container.start();
        return container;
    }

    /** Docker publishes on every address of the machine unless told otherwise. */
    private static void onLoopback(CreateContainerCmd create, int port) {
        var inside = Objects.requireNonNull(create.getExposedPorts());
        var outside = port == 0 ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.bindIpAndPort("127.0.0.1", port);
        var bindings = Arrays.stream(inside)
                .map(exposed -> new PortBinding(outside, exposed))
                .toList();
        Objects.requireNonNullElseGet(create.getHostConfig(), HostConfig::newHostConfig)
                .withPortBindings(bindings);
    }
}
