package io.openrcm.servers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the servers; every option has a default that suits a test.
 *
 * @param postgresPort 0 means any free port
 * @param kafkaPort 0 means any free port
 * @param data folder that outlives the process; null means a folder that goes away with it
 * @param durable true: nothing acknowledged is lost when the machine stops; false: fast, for tests
 * @param databases a database, and a role of the same name that owns it, for each
 * @param topics made with {@link RealServers#PARTITIONS} partitions where missing
 * @param detached true: stays until SIGTERM; false: ends when its standard input ends, that is, with its parent
 */
record ServerOptions(
        int postgresPort,
        int kafkaPort,
        @Nullable Path data,
        boolean durable,
        List<String> databases,
        List<String> topics,
        boolean detached) {

    static final List<String> EVENT_TOPICS =
            List.of("coding-events", "claim-events", "payer-events", "followup-events");

    static ServerOptions parse(String... args) {
        var options = new ServerOptions(0, 0, null, false, List.of(), EVENT_TOPICS, false);
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("options come in pairs, --name value: " + String.join(" ", args));
        }
        for (int i = 0; i < args.length; i += 2) {
            options = options.with(args[i], args[i + 1]);
        }
        return options;
    }

    private ServerOptions with(String name, String value) {
        return switch (name) {
            case "--postgres-port" ->
                new ServerOptions(port(value), kafkaPort, data, durable, databases, topics, detached);
            case "--kafka-port" ->
                new ServerOptions(postgresPort, port(value), data, durable, databases, topics, detached);
            case "--data" ->
                new ServerOptions(
                        postgresPort,
                        kafkaPort,
                        Path.of(value).toAbsolutePath().normalize(),
                        durable,
                        databases,
                        topics,
                        detached);
            case "--durable" ->
                new ServerOptions(postgresPort, kafkaPort, data, yes(value), databases, topics, detached);
            case "--databases" ->
                new ServerOptions(postgresPort, kafkaPort, data, durable, names(value), topics, detached);
            case "--topics" ->
                new ServerOptions(postgresPort, kafkaPort, data, durable, databases, names(value), detached);
            case "--detached" ->
                new ServerOptions(postgresPort, kafkaPort, data, durable, databases, topics, yes(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static int port(String value) {
        int port = Integer.parseInt(value);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + value);
        }
        return port;
    }

    private static boolean yes(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false, not " + value);
        };
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.split(",", -1))
                .filter(name -> !name.isBlank())
                .toList();
    }
}
