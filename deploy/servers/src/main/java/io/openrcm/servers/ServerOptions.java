package io.openrcm.servers;

import io.openrcm.servers.kafka.Topics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param databases of services, each with the service's login and the owner's
 * @param ownedDatabases of other programs, each with one login of the same name that owns it
 * @param topics made where missing, with this many partitions
 * @param tls folder of the certificates, made where missing; null means without TLS
 * @param detached true: stays until SIGTERM; false: ends when its standard input ends, that is, with its parent
 */
record ServerOptions(
        int postgresPort,
        int kafkaPort,
        @Nullable Path data,
        @Nullable Path secrets,
        boolean durable,
        List<String> databases,
        List<String> ownedDatabases,
        Map<String, Integer> topics,
        @Nullable Path tls,
        boolean detached) {

    private static final String TOPICS = "coding-events,claim-events,payer-events,followup-events,audit-checkpoints:1";

    private static final Set<String> NAMES = Set.of(
            "--postgres-port",
            "--kafka-port",
            "--data",
            "--secrets",
            "--durable",
            "--databases",
            "--owned-databases",
            "--topics",
            "--tls",
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
        var tls = given.get("--tls");
        return new ServerOptions(
                port(given.getOrDefault("--postgres-port", "0")),
                port(given.getOrDefault("--kafka-port", "0")),
                data == null ? null : path(data),
                secrets == null ? null : path(secrets),
                yes(given.getOrDefault("--durable", "false")),
                names(given.getOrDefault("--databases", "")),
                names(given.getOrDefault("--owned-databases", "")),
                topics(given.getOrDefault("--topics", TOPICS)),
                tls == null ? null : path(tls),
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

    private static Map<String, Integer> topics(String value) {
        var topics = new LinkedHashMap<String, Integer>();
        for (var topic : names(value)) {
            int colon = topic.indexOf(':');
            topics.put(
                    colon < 0 ? topic : topic.substring(0, colon),
                    colon < 0 ? Topics.PARTITIONS : Integer.parseInt(topic.substring(colon + 1)));
        }
        return topics;
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.split(",", -1))
                .filter(name -> !name.isBlank())
                .toList();
    }
}
