package io.openrcm.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * Gives a Quarkus test a fresh, empty database and the real Kafka. Init argument {@code database}: the database's name, to which a random
 * ending is added; its owner is a role of the same name without any other right.
 */
public final class RealServersTestResource implements QuarkusTestResourceLifecycleManager {

    private String name = "test";
    private boolean created;

    @Override
    public void init(Map<String, String> initArgs) {
        name = initArgs.getOrDefault("database", name) + "_"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public Map<String, String> start() {
        try {
            var servers = ServersProcess.shared();
            var password = Passwords.random();
            new Databases(servers).create(name, password);
            created = true;
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    servers.databaseUrl(name),
                    "quarkus.datasource.username",
                    name,
                    "quarkus.datasource.password",
                    password,
                    "kafka.bootstrap.servers",
                    servers.kafka());
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
            new Databases(ServersProcess.shared()).drop(name);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(
                    "the test database " + name + " could not be dropped: " + failed.getMessage(), failed);
        }
    }
}
