package io.openrcm.servers;

import io.openrcm.servers.kafka.KafkaAccounts;
import io.openrcm.servers.postgres.Databases;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Gives a Quarkus test a fresh, empty database and the real Kafka. Init argument {@code database}: the database's name, to which a random
 * ending is added; the application gets the service's login, which owns nothing, and Flyway the owner's. Init argument {@code service}:
 * the Kafka user, as in {@code claims-service}; the administrator if it is not given.
 */
public final class RealServersTestResource implements QuarkusTestResourceLifecycleManager {

    private String name = "test";
    private String kafkaUser = KafkaAccounts.ADMIN;
    private boolean created;

    @Override
    public void init(Map<String, String> initArgs) {
        name = initArgs.getOrDefault("database", name) + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        kafkaUser = initArgs.getOrDefault("service", kafkaUser);
    }

    @Override
    public Map<String, String> start() {
        try {
            var servers = ServersProcess.shared();
            var password = Passwords.random();
            var ownerPassword = Passwords.random();
            databases(servers).create(name, password, ownerPassword);
            created = true;
            var config = new HashMap<String, String>();
            config.put("quarkus.datasource.jdbc.url", servers.databaseUrl(name));
            config.put("quarkus.datasource.username", name);
            config.put("quarkus.datasource.password", password);
            config.put("quarkus.flyway.username", Databases.ownerOf(name));
            config.put("quarkus.flyway.password", ownerPassword);
            servers.kafkaClient(kafkaUser).forEach((key, value) -> config.put("kafka." + key, value.toString()));
            return config;
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("no real servers for this test: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void stop() {
        if (!created) {
            return;
        }
        try {
            databases(ServersProcess.shared()).drop(name);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(
                    "the test database " + name + " could not be dropped: " + failed.getMessage(), failed);
        }
    }

    private static Databases databases(ServerAddresses servers) {
        return new Databases(servers::databaseUrl, servers.adminUser(), servers.adminPassword());
    }
}
