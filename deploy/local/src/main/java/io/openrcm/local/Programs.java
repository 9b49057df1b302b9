package io.openrcm.local;

import io.openrcm.servers.Passwords;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The six programs that are OpenRCM on one machine. */
final class Programs {

    private static final String READY = "/q/health/ready";

    private final Folders folders;
    private final Map<Port, Integer> ports;
    private final List<String> simulatorOptions;

    Programs(Folders folders, Map<Port, Integer> ports) {
        this(folders, ports, List.of("--seed", "1"));
    }

    Programs(Folders folders, Map<Port, Integer> ports, List<String> simulatorOptions) {
        this.folders = folders;
        this.ports = ports;
        this.simulatorOptions = List.copyOf(simulatorOptions);
    }

    /** In the order of starting: the first must be ready before the others can start. */
    List<Program> all() {
        return List.of(
                servers(),
                service(Port.CODING, "coding"),
                service(Port.CLAIMS, "claims"),
                service(Port.GATEWAY, "gateway"),
                service(Port.FOLLOWUP, "followup"),
                simulator());
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
                "coding,claims,gateway,followup",
                "--detached",
                "true");
        return new Program(
                Port.SERVERS,
                portsOf(Port.SERVERS),
                command,
                Map::of,
                folders.root().resolve("deploy/servers/target/openrcm-servers.jar"),
                null);
    }

    private Program service(Port port, String database) {
        var jar = folders.root().resolve(port.program()).resolve("target/quarkus-app/quarkus-run.jar");
        return new Program(
                port.program(),
                portsOf(port.program()),
                java(port.program(), "-Xmx256m", "-jar", jar.toString()),
                () -> environment(port, database),
                jar,
                READY);
    }

    private Map<String, String> environment(Port port, String database) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", number(port));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + number(Port.POSTGRES) + "/" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password(database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + number(Port.KAFKA));
        environment.put("OPENRCM_SEED_DEMO", "true");
        if (port == Port.GATEWAY) {
            environment.put("OPENRCM_EXCHANGE_ROOT", folders.exchange().toString());
        }
        return environment;
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
        return new Program(name, portsOf(name), command, Map::of, jar, "/health");
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
