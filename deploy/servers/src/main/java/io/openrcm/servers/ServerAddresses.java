package io.openrcm.servers;

import java.util.regex.Pattern;

/**
 * Where PostgreSQL and Kafka answer.
 *
 * @param postgres JDBC address without a database, ending in a slash: {@code jdbc:postgresql://127.0.0.1:15432/}
 * @param adminUser a PostgreSQL user who may create databases and roles
 * @param kafka bootstrap servers: {@code 127.0.0.1:19092}
 */
public record ServerAddresses(String postgres, String adminUser, String adminPassword, String kafka) {

    public String databaseUrl(String database) {
        return postgres + database;
    }

    /** One line of JSON, read by whoever started the process. */
    String toJson() {
        return "{\"postgres\":\"" + postgres + "\",\"adminUser\":\"" + adminUser + "\",\"adminPassword\":\""
                + adminPassword + "\",\"kafka\":\"" + kafka + "\"}";
    }

    static ServerAddresses fromJson(String line) {
        return new ServerAddresses(
                text(line, "postgres"), text(line, "adminUser"), text(line, "adminPassword"), text(line, "kafka"));
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
