package io.openrcm.local;

import io.openrcm.local.identity.Accounts;
import io.openrcm.local.identity.RealmFile;
import io.openrcm.local.sealing.ServiceKeys;
import io.openrcm.servers.KafkaLogin;
import io.openrcm.servers.Passwords;
import io.openrcm.servers.ServersProcess;
import io.openrcm.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The seven programs that are OpenRCM on one machine. */
final class Programs {

    private static final String READY = "/q/health/ready";

    /**
     * The optimising compiler waits for four times its usual number of calls (HotSpot's Tier4 thresholds): with four services on two cores
     * it takes a fifth of all CPU from the claims, and much of what it makes is run too seldom to pay for it.
     */
    private static final List<String> COMPILE_LATER = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000");

    /**
     * More than half of the heap is for what is young: a batch of some hundred claims is to be over before it counts as old, where only a
     * collection of the whole heap gets rid of it. Each of those also throws out compiled methods that were not called of late, and compiling
     * them again costs more than the collection.
     */
    private static final List<String> MEMORY = List.of("-Xmx512m", "-Xmn320m", "-XX:SurvivorRatio=4");

    /** The services with their databases. */
    private static final Map<Port, String> DATABASES = new EnumMap<>(
            Map.of(Port.CODING, "coding", Port.CLAIMS, "claims", Port.GATEWAY, "gateway", Port.FOLLOWUP, "followup"));

    private final Folders folders;
    private final Map<Port, Integer> ports;
    private final List<String> simulatorOptions;
    private final ServiceKeys keys;

    Programs(Folders folders, Map<Port, Integer> ports) {
        this(folders, ports, List.of("--seed", "1"));
    }

    Programs(Folders folders, Map<Port, Integer> ports, List<String> simulatorOptions) {
        this.folders = folders;
        this.ports = ports;
        this.simulatorOptions = List.copyOf(simulatorOptions);
        this.keys = new ServiceKeys(
                folders.secrets().resolve("keys"),
                DATABASES.keySet().stream().map(Port::program).toList());
    }

    /** In the order of starting: the first must be ready before the others can start. */
    List<Program> all() {
        var services = DATABASES.entrySet().stream().map(one -> service(one.getKey(), one.getValue()));
        return Stream.of(Stream.of(servers(), keycloak()), services, Stream.of(simulator()))
                .flatMap(programs -> programs)
                .toList();
    }

    private Program servers() {
        var command = ServersProcess.command(
                folders.root(),
                List.of(Program.mark(folders.root(), Port.SERVERS)),
                "--postgres-port",
                number(Port.POSTGRES),
                "--kafka-port",
                number(Port.KAFKA),
                "--data",
                folders.data().toString(),
                "--secrets",
                folders.secrets().toString(),
                "--durable",
                "true",
                "--databases",
                String.join(",", DATABASES.values()),
                "--owned-databases",
                "keycloak",
                "--detached",
                "true");
        return new Program(
                Port.SERVERS,
                portsOf(Port.SERVERS),
                Program.Preparation.NONE,
                command,
                Map::of,
                folders.root().resolve("deploy/servers/target/openrcm-servers.jar"),
                null);
    }

    private Program keycloak() {
        var server = keycloakServer();
        return new Program(
                Port.IDENTITY,
                portsOf(Port.IDENTITY),
                say -> {
                    KeycloakServer.prepare(folders.root(), say);
                    server.receive(accounts().realm().file());
                },
                server.command(List.of(Program.mark(folders.root(), Port.IDENTITY))),
                this::keycloakEnvironment,
                KeycloakServer.needed(folders.root()),
                server.readyAddress());
    }

    private KeycloakServer keycloakServer() {
        return new KeycloakServer(
                folders.root(),
                folders.data().resolve("keycloak"),
                ports.getOrDefault(Port.KEYCLOAK, 0),
                databaseUrl("keycloak"));
    }

    private Map<String, String> keycloakEnvironment() {
        try {
            var environment = new HashMap<>(KeycloakServer.environment(Passwords.keptIn(folders.secrets())));
            environment.putAll(accounts().placeholders());
            return environment;
        } catch (IOException refused) {
            throw new StackFault("Cannot keep the local accounts: " + refused.getMessage(), refused);
        }
    }

    private Accounts accounts() throws IOException {
        return Accounts.of(folders.root(), folders.secrets());
    }

    private Program service(Port port, String database) {
        var jar = folders.root().resolve(port.program()).resolve("target/quarkus-app/quarkus-run.jar");
        return new Program(
                port.program(),
                portsOf(port.program()),
                _ -> keys.make(),
                service(port.program(), jar),
                () -> environment(port, database),
                jar,
                "http://127.0.0.1:" + number(port.management()) + READY);
    }

    private Map<String, String> environment(Port port, String database) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", number(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", number(port.management()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", databaseUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password(database));
        environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", password(database + "_owner"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + number(Port.KAFKA));
        KafkaLogin.properties(port.program(), password("kafka-" + port.program()), false)
                .forEach((name, value) -> environment.put(variable("kafka." + name), value));
        environment.put(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                RealmFile.issuer(keycloakServer().address()));
        environment.put("OPENRCM_KEYS_FOLDER", keys.of(port.program()).toString());
        environment.put("OPENRCM_AUDIT_CHECKPOINT_FOLDER", folders.checkpoints().toString());
        environment.put("OPENRCM_SEED_DEMO", "true");
        if (port == Port.GATEWAY) {
            environment.put("OPENRCM_EXCHANGE_ROOT", folders.exchange().toString());
        }
        return environment;
    }

    /** The environment variable that sets a property. */
    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + number(Port.POSTGRES) + "/" + database;
    }

    private Program simulator() {
        var name = Port.SIMULATOR.program();
        var jar = folders.root().resolve("deploy/payer-simulator/target/openrcm-payer-simulator.jar");
        var command = java(
                name,
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "--exchange",
                folders.exchange().toString(),
                "--port",
                number(Port.SIMULATOR),
                "--data",
                folders.data().resolve("payer-simulator").toString());
        command.addAll(simulatorOptions);
        return new Program(
                name,
                portsOf(name),
                Program.Preparation.NONE,
                command,
                Map::of,
                jar,
                "http://127.0.0.1:" + number(Port.SIMULATOR) + "/health");
    }

    private List<String> service(String name, Path jar) {
        var command = java(name, "-Dquarkus.profile=local");
        command.addAll(MEMORY);
        command.addAll(COMPILE_LATER);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private List<String> java(String name, String... args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Program.mark(folders.root(), name));
        command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(Arrays.asList(args));
        return command;
    }

    private Map<Port, Integer> portsOf(String program) {
        var own = new EnumMap<>(ports);
        own.keySet().removeIf(port -> !port.program().equals(program));
        return own;
    }

    private String number(Port port) {
        return String.valueOf(ports.get(port));
    }

    private String password(String role) {
        try {
            return Passwords.keptIn(folders.secrets()).of(role);
        } catch (IOException refused) {
            throw new StackFault(
                    "Cannot keep a password in " + folders.secrets() + ": " + refused.getMessage(), refused);
        }
    }
}
