package io.openrcm.servers;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.servers.kafka.KafkaAccounts;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where PostgreSQL and Kafka answer, and with what passwords.
 *
 * @param postgres JDBC address without a database, ending in a slash: {@code jdbc:postgresql://127.0.0.1:15432/}
 * @param adminUser a PostgreSQL user who may create databases and roles
 * @param kafka bootstrap servers: {@code 127.0.0.1:19092}
 * @param kafkaPassword the administrator's, and where the servers keep no data that of every user; empty: this Kafka asks nobody for one
 * @param authority PEM file of the authority that signed the servers' certificates; empty: without TLS
 */
public record ServerAddresses(
        String postgres, String adminUser, String adminPassword, String kafka, String kafkaPassword, String authority) {

    public String databaseUrl(String database) {
        return authority.isEmpty()
                ? postgres + database
                : postgres + database + "?sslmode=verify-full&sslrootcert=" + encode(authority, UTF_8);
    }

    /** What a Kafka client needs to work as the administrator. */
    public Map<String, Object> kafkaClient() {
        return kafkaClient(KafkaAccounts.ADMIN);
    }

    /**
     * What a Kafka client needs to work as this user.
     *
     * @param user the administrator or, where the servers keep no data, any: {@code claims-service}
     */
    public Map<String, Object> kafkaClient(String user) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", kafka);
        if (!kafkaPassword.isEmpty()) {
            settings.putAll(KafkaLogin.properties(user, kafkaPassword, !authority.isEmpty()));
        }
        if (!authority.isEmpty()) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", authority);
        }
        return settings;
    }

    /** One line of JSON, read by whoever started the process. */
    String toJson() {
        return "{\"postgres\":\"" + postgres + "\",\"adminUser\":\"" + adminUser + "\",\"adminPassword\":\""
                + adminPassword + "\",\"kafka\":\"" + kafka + "\",\"kafkaPassword\":\"" + kafkaPassword
                + "\",\"authority\":\"" + authority + "\"}";
    }

    static ServerAddresses fromJson(String line) {
        return new ServerAddresses(
                text(line, "postgres"),
                text(line, "adminUser"),
                text(line, "adminPassword"),
                text(line, "kafka"),
                text(line, "kafkaPassword"),
                text(line, "authority"));
    }

    private static String text(String line, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(line);
        if (!found.find()) {
            throw new IllegalArgumentException("no \"" + name + "\" in what the servers said");
        }
        return found.group(1);
    }

    @Override
    public String toString() {
        return "ServerAddresses[postgres=" + postgres + ", kafka=" + kafka + "]";
    }
}
