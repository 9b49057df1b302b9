package io.openrcm.servers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the servers; every option has a default that suits a test.
 *
 * @param postgresPort 0 means any free port
 * @param kafkaPort 0 means any free port
 * @param data folder that outlives the process; null means a folder that goes away with it
 * @param secrets folder of the passwords, one file per role; default: inside data; without data every role has the admin's password
 * @param durable true: nothing acknowledged is lost when the machine stops; false: fast, for tests
 * @param databases a database, and a role of the same name that owns it, for each
 * @param topics made with {@link RealServers#PARTITIONS} partitions where missing
 * @param detached true: stays until SIGTERM; false: ends when its standard input ends, that is, with its parent
 */
record ServerOptions(
        int postgresPort,
        int kafkaPort,
        @Nullable Path data,
        @Nullable Path secrets,
        boolean durable,
        List<String> databases,
        List<String> topics,
        boolean detached) {

    private static final String EVENT_TOPICS = "coding-events,claim-events,payer-events,followup-events";

    private static final Set<String> NAMES = Set.of(
            "--postgres-port",
            "--kafka-port",
            "--data",
            "--secrets",
            "--durable",
            "--databases",
            "--topics",
            "--detached");

    static ServerOptions parse(String... args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("expected --name value, of " + NAMES + ", not " + args[i]);
            }
            given.put(args[i], args[i + 1]);
        }
        var data = given.get("--data");
        var secrets = given.get("--secrets");
        return new ServerOptions(
                port(given.getOrDefault("--postgres-port", "0")),
                port(given.getOrDefault("--kafka-port", "0")),
                data == null ? null : path(data),
                secrets == null ? null : path(secrets),
                yes(given.getOrDefault("--durable", "false")),
                names(given.getOrDefault("--databases", "")),
                names(given.getOrDefault("--topics", EVENT_TOPICS)),
                yes(given.getOrDefault("--detached", "false")));
    }

    private static int port(String value) {
        int port = Integer.parseInt(value);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + value);
        }
        return port;
    }

    private static Path path(String value) {
        return Path.of(value).toAbsolutePath().normalize();
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
