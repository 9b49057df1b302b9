package io.openrcm.rest.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.identity.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database itself keeps the facilities apart, whatever the code asks of it. A service's test extends this. */
public abstract class GuardedTables {

    private static final String PERMISSION_DENIED = "42501";
    private static final String NO_SUCH_SETTING = "42704";

    /** What is no facility's in any service, and why. */
    private static final Map<String, String> OF_NO_FACILITY = Map.ofEntries(
            entry("outbox", "messages on their way; nobody but the relay reads them"),
            entry("relay_heartbeat", "of the relay"),
            entry("inbox", "ids of messages that were dealt with"),
            entry("inbox_position", "how many messages of an aggregate were dealt with"),
            entry("parked_message", "people see everything but the content"),
            entry("idempotency_key", "an answer is found only by who sent the key and the whole request"),
            entry("audit_record", "has policies of its own: its rows are about several facilities"),
            entry("audit_seal", "hashes"),
            entry("audit_checkpoint", "hashes"),
            entry("audit_sealing_position", "of the sealer"),
            entry("sealing_pass", "how far the sealing of tables has come"),
            entry("emergency_access", "who asked for it and who approves it work for different facilities"),
            entry("flyway_schema_history", "the owner's"));

    private static final String TABLES = """
            select relname, relrowsecurity and relforcerowsecurity,
              exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'facility')
            from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')""";

    private final Map<String, Boolean> isGuarded = new TreeMap<>();
    private final TreeSet<String> others = new TreeSet<>();

    /** The tables of this service that are guarded. */
    protected abstract Set<String> guarded();

    /** This service's own tables that are no facility's, and why. */
    protected abstract Map<String, String> ofNoFacility();

    /** Makes rows of the facility LAKESIDE in each guarded table: one under 42 CFR Part 2 and one that is not. */
    protected abstract void makeRecordsOfLakeside();

    /** A statement that would change LAKESIDE's rows. */
    protected abstract String changeOfLakesidesRows();

    @BeforeEach
    void recordsInTheTablesThereAre() throws SQLException {
        makeRecordsOfLakeside();
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
        var reasons = new TreeSet<>(OF_NO_FACILITY.keySet());
        reasons.addAll(ofNoFacility().keySet());

        assertThat(isGuarded.keySet()).isEqualTo(guarded());
        assertThat(isGuarded).doesNotContainValue(false);
        assertThat(others).isEqualTo(reasons);
    }

    @Test
    void everySealedColumnIsKeptAsItIs() {
        assertThat(KeptSealed.columns()).isPositive();
        assertThat(KeptSealed.otherwise()).isEmpty();
    }

    @Test
    void theServicesOwnLoginMayReadNothingOfThem() throws SQLException {
        try (var connection = login();
                var statement = connection.createStatement()) {
            for (var table : guarded()) {
                refused(statement, table, PERMISSION_DENIED);
            }
        }
    }

    @Test
    void aRoleThatSaysNoFacilityGetsAnErrorAndNotAnEmptyAnswer() throws SQLException {
        try (var connection = login();
                var statement = connection.createStatement()) {
            statement.execute("set role openrcm_app");
            for (var table : guarded()) {
                refused(statement, table, NO_SUCH_SETTING);
            }
        }
    }

    @Test
    void whoWorksForHarborSeesAndChangesNothingOfLakeside() throws SQLException {
        for (var table : guarded()) {
            assertThat(rowsOfLakeside(table, "LAKESIDE")).as(table).isPositive();
            assertThat(rowsOfLakeside(table, "HARBOR")).as(table).isZero();
        }
        try (var connection = as("HARBOR");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(changeOfLakesidesRows())).isZero();
        }
    }

    @Test
    void whoMayNotSeePart2SeesTheOtherRecordsOnly() throws SQLException {
        for (var table : guarded()) {
            long all = rowsOfLakeside(table, "LAKESIDE", "on");
            assertThat(rowsOfLakeside(table, "LAKESIDE", "off")).as(table).isBetween(1L, all - 1);
        }
    }

    private static long rowsOfLakeside(String table, String facility) throws SQLException {
        return rowsOfLakeside(table, facility, "off");
    }

    private static long rowsOfLakeside(String table, String facility, String part2) throws SQLException {
        try (var connection = as(facility, part2);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table + " where facility = 'LAKESIDE'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection as(String facility) throws SQLException {
        return as(facility, "off");
    }

    private static Connection as(String facility, String part2) throws SQLException {
        var connection = login();
        try (var statement = connection.createStatement()) {
            for (var setting : List.of(
                    "set role openrcm_app",
                    "set app.facilities = '{" + facility + "}'",
                    "set app.part2 = '" + part2 + "'")) {
                statement.execute(setting);
            }
        }
        return connection;
    }

    private static Connection login() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private static void refused(Statement statement, String table, String state) {
        assertThatThrownBy(() -> statement.executeQuery("select * from " + table))
                .as(table)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
