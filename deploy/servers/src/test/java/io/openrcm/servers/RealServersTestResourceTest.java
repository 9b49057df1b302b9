package io.openrcm.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RealServersTestResourceTest {

    @Test
    void aTestGetsADatabaseWithBothLoginsAndTheKafkaUserOfItsServiceAndLeavesNothingBehind() throws Exception {
        var resource = new RealServersTestResource();
        resource.init(Map.of("database", "claims", "service", "claims-service"));

        var config = resource.start();

        var owner = Objects.requireNonNull(config.get("quarkus.flyway.username"));
        assertEquals(config.get("quarkus.datasource.username") + "_owner", owner);
        assertEquals(
                List.of(owner),
                ask(config, "quarkus.flyway", "select tableowner::text from pg_tables where tablename = 'migrated'"));
        assertEquals(
                List.of(config.get("quarkus.datasource.username")),
                ask(config, "quarkus.datasource", "select current_user::text"));
        assertTrue(config.getOrDefault("kafka.sasl.jaas.config", "").contains("username=\"claims-service\""));

        resource.stop();

        var gone = assertThrows(SQLException.class, () -> ask(config, "quarkus.datasource", "select 1"));
        assertEquals("28P01", gone.getSQLState());
    }

    private static List<String> ask(Map<String, String> config, String login, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get(login + ".username"),
                        config.get(login + ".password"));
                var statement = connection.createStatement()) {
            if (login.equals("quarkus.flyway")) {
                statement.execute("create table migrated(one int)");
            }
            var rows = statement.executeQuery(question);
            rows.next();
            return List.of(rows.getString(1));
        }
    }
}
