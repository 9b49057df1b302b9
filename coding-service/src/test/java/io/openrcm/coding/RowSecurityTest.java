package io.openrcm.coding;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.identity.TestDatabase;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database itself keeps the facilities apart, whatever the code asks of it. */
@CodingServiceTest
class RowSecurityTest {

    private static final String PERMISSION_DENIED = "42501";
    private static final String NO_SUCH_SETTING = "42704";

    /** What is no facility's, and why. */
    private static final Map<String, String> OF_NO_FACILITY = Map.ofEntries(
            entry("code", "the codebook is the same for everybody"),
            entry("code_release", "as the codebook"),
            entry("outbox", "messages on their way; nobody but the relay reads them"),
            entry("relay_heartbeat", "of the relay"),
            entry("inbox", "ids of messages that were dealt with"),
            entry("inbox_position", "how many messages of an aggregate were dealt with"),
            entry("parked_message", "people see everything but the content"),
            entry("idempotency_key", "an answer is found only by who knows the key and the whole request"),
            entry("audit_record", "has policies of its own: its rows are about several facilities"),
            entry("audit_seal", "hashes"),
            entry("audit_checkpoint", "hashes"),
            entry("audit_sealing_position", "of the sealer"),
            entry("emergency_access", "who asked for it and who approves it work for different facilities"),
            entry("flyway_schema_history", "the owner's"));

    private static final String TABLES = """
            select relname, relrowsecurity and relforcerowsecurity,
              exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'facility')
            from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String login;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final Map<String, Boolean> isGuarded = new TreeMap<>();
    private final TreeSet<String> others = new TreeSet<>();

    @BeforeEach
    void anEncounterOfLakesideInTheTablesThereAre() throws SQLException {
        given().contentType(ContentType.JSON)
                .body(aNewEncounter().json())
                .post("/encounters")
                .then()
                .statusCode(201);
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                if (rows.getBoolean(3)) {
                    isGuarded.put(rows.getString(1), rows.getBoolean(2));
                } else {
                    others.add(rows.getString(1));
                }
            }
        }
    }

    @Test
    void everyTableWithAFacilityIsGuardedAndEveryOtherHasAReason() {
        assertThat(isGuarded).containsKey("encounter").doesNotContainValue(false);
        assertThat(others).isEqualTo(new TreeSet<>(OF_NO_FACILITY.keySet()));
    }

    @Test
    void theServicesOwnLoginMayReadNothingOfThem() throws SQLException {
        try (var connection = login();
                var statement = connection.createStatement()) {
            for (var table : isGuarded.keySet()) {
                refused(statement, table, PERMISSION_DENIED);
            }
        }
    }

    @Test
    void aRoleThatSaysNoFacilityGetsAnErrorAndNotAnEmptyAnswer() throws SQLException {
        try (var connection = login();
                var statement = connection.createStatement()) {
            statement.execute("set role openrcm_app");
            for (var table : isGuarded.keySet()) {
                refused(statement, table, NO_SUCH_SETTING);
            }
        }
    }

    @Test
    void whoWorksForHarborSeesAndChangesNothingOfLakeside() throws SQLException {
        for (var table : isGuarded.keySet()) {
            assertThat(rowsOfLakeside(table, "LAKESIDE")).as(table).isPositive();
            assertThat(rowsOfLakeside(table, "HARBOR")).as(table).isZero();
        }
        try (var connection = as("HARBOR");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update encounter set coder = 'mira' where facility = 'LAKESIDE'"))
                    .isZero();
        }
    }

    private long rowsOfLakeside(String table, String facility) throws SQLException {
        try (var connection = as(facility);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table + " where facility = 'LAKESIDE'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection as(String facility) throws SQLException {
        var connection = login();
        try (var statement = connection.createStatement()) {
            for (var setting : List.of(
                    "set role openrcm_app", "set app.facilities = '{" + facility + "}'", "set app.part2 = 'off'")) {
                statement.execute(setting);
            }
        }
        return connection;
    }

    private Connection login() throws SQLException {
        return DriverManager.getConnection(url, login, password);
    }

    private static void refused(Statement statement, String table, String state) {
        assertThatThrownBy(() -> statement.executeQuery("select * from " + table))
                .as(table)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
