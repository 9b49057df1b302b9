package io.openrcm.gateway;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.rest.access.KeptSealed;
import io.openrcm.security.identity.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself keeps apart, whatever the service does. */
@GatewayTest
class RowSecurityTest {

    private static final String PERMISSION_DENIED = "42501";
    private static final String NO_SUCH_SETTING = "42704";

    /** Each with what makes a row of it one of LAKESIDE. */
    private static final Map<String, String> GUARDED = Map.of(
            "claim_exchange", "facility = 'LAKESIDE'",
            "submission", "facility = 'LAKESIDE'",
            "submission_content", "facility = 'LAKESIDE'",
            "interchange_content", "interchange_id in (select id from interchange where 'LAKESIDE' = any(facilities))",
            "received_content", "file_id in (select id from received_file where 'LAKESIDE' = any(facilities))");

    /** Of these no person sees a row, of whatever facility. */
    private static final Set<String> FOR_THE_SERVICE_ALONE = Set.of("claim_exchange", "submission_content");

    private static final Map<String, String> UNGUARDED = Map.ofEntries(
            Map.entry("trading_partner", "about no patient"),
            Map.entry("payer_profile", "about no patient"),
            Map.entry("control_number", "about no patient"),
            Map.entry("interchange", "counts and states of a file; its claims stand in interchange_content"),
            Map.entry("sent_set", "counts and states of a part of a file"),
            Map.entry("received_file", "size and state of a file; its claims stand in received_content"),
            Map.entry("received_set", "numbers and state of a part of a file"),
            Map.entry("remittance", "a payment for claims of any facility; names none of them"),
            Map.entry("remittance_content", "hashes"),
            Map.entry("inbox", "ids of messages"),
            Map.entry("inbox_position", "ids of aggregates"),
            Map.entry("outbox", "written by all, read by the relay alone"),
            Map.entry("parked_message", "people may read all but its content"),
            Map.entry("relay_heartbeat", "about no patient"),
            Map.entry("sealing_pass", "how far the sealing of tables has come"),
            Map.entry("idempotency_key", "answers to whoever sent the key"),
            Map.entry("emergency_access", "who asked for which facilities; about no patient"),
            Map.entry("audit_seal", "hashes"),
            Map.entry("audit_checkpoint", "hashes"),
            Map.entry("audit_sealing_position", "how far the sealer has come"),
            Map.entry("flyway_schema_history", "the owner's"));

    @Inject
    Exchange exchange;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String login;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void lakesideHasARecordInEachTable() {
        exchange.transmit();
        make(aReleasedClaim().of("LAKESIDE").build());
        make(aReleasedClaim().of("LAKESIDE").underPart2("CONSENT-2026-17").build());
    }

    private void make(ClaimReleased claim) {
        var number = claim.content().number().value();
        assertThat(exchange.send(claim).file()).exists();
        assertThat(exchange.answer(remittance("R" + number, "100", paid(number, "100", "25")))
                        .getString("status"))
                .isEqualTo("INTERPRETED");
    }

    @Test
    void everySealedColumnIsKeptAsItIs() {
        assertThat(KeptSealed.columns()).isPositive();
        assertThat(KeptSealed.otherwise()).isEmpty();
    }

    @Test
    void everyTableIsGuardedAgainstItsOwnerTooOrSaysWhyNot() throws SQLException {
        var guarded = names("relrowsecurity and relforcerowsecurity");
        var unguarded = names("not (relrowsecurity and relforcerowsecurity)");

        assertThat(guarded).containsAll(GUARDED.keySet()).contains("audit_record");
        assertThat(guarded).hasSize(GUARDED.size() + 1);
        assertThat(unguarded).isEqualTo(new TreeSet<>(UNGUARDED.keySet()));
        assertThat(guarded)
                .containsAll(
                        names("exists (select from pg_attribute where attrelid = c.oid and attname = 'facility')"));
    }

    @Test
    void theServicesOwnLoginMayTouchNothingOfIt() throws SQLException {
        try (var connection = DriverManager.getConnection(url, login, password)) {
            for (var table : GUARDED.keySet()) {
                assertRefused(() -> count(connection, table, "true"), PERMISSION_DENIED);
            }
        }
    }

    @Test
    void whoeverDoesNotSayForWhichFacilitiesGetsAnErrorAndNotAnEmptyAnswer() throws SQLException {
        for (var role : List.of("openrcm_app", "openrcm_worker")) {
            for (var table : GUARDED.keySet()) {
                try (var connection = as(role)) {
                    assertRefused(
                            () -> count(connection, table, "true"),
                            isClosedTo(role, table) ? PERMISSION_DENIED : NO_SUCH_SETTING);
                }
            }
        }
    }

    @Test
    void whoeverWorksForHarborSeesNothingOfLakeside() throws SQLException {
        for (var role : List.of("openrcm_app", "openrcm_worker")) {
            for (var table : GUARDED.entrySet()) {
                try (var lakeside = as(role);
                        var harbor = as(role);
                        var all = as(role)) {
                    if (isClosedTo(role, table.getKey())) {
                        assertRefused(() -> count(harbor, table.getKey(), "true"), PERMISSION_DENIED);
                    } else {
                        workFor(lakeside, "{LAKESIDE}");
                        workFor(harbor, "{HARBOR}");
                        workFor(all, "{*}");
                        assertThat(count(lakeside, table.getKey(), table.getValue()))
                                .as("%s as %s, own", table.getKey(), role)
                                .isPositive();
                        assertThat(count(harbor, table.getKey(), table.getValue()))
                                .as("%s as %s, another's", table.getKey(), role)
                                .isZero();
                        assertThat(count(all, table.getKey(), "true"))
                                .as("%s as %s, all", table.getKey(), role)
                                .isEqualTo(countOfAll(table.getKey()));
                    }
                }
            }
        }
    }

    @Test
    void whoeverMayNotSeePart2SeesTheOtherRecordsOnly() throws SQLException {
        for (var table : GUARDED.entrySet()) {
            long all = countWithoutPart2("openrcm_worker", table.getKey(), table.getValue());
            if (!FOR_THE_SERVICE_ALONE.contains(table.getKey())) {
                assertThat(countWithoutPart2("openrcm_app", table.getKey(), table.getValue()))
                        .as("%s for a caller", table.getKey())
                        .isBetween(1L, all - 1);
            }
            try (var connection = as("openrcm_worker")) {
                workFor(connection, "{LAKESIDE}");
                assertThat(count(connection, table.getKey(), table.getValue()))
                        .as("%s for the service", table.getKey())
                        .isEqualTo(all);
            }
        }
    }

    /** Our own claim gets the number by this very file; that makes the stranger none of ours. */
    @Test
    void aFileWithAClaimThatIsNobodysStaysClosedThoughItBearsThePayersNumberOfOurs() throws SQLException {
        var claim = aReleasedClaim().of("LAKESIDE").build();
        var number = claim.content().number().value();
        assertThat(exchange.send(claim).file()).exists();
        var strange = paid("NOTOURS7", "100", "25").replace("ICNNOTOURS7", "ICN" + number);

        var file = exchange.answer(remittance("S" + number, "200", paid(number, "100", "25"), strange))
                .getString("id");

        try (var connection = TestDatabase.everything().getConnection()) {
            assertThat(count(connection, "received_file", "id = '" + file + "' and facilities is null and part2"))
                    .isOne();
        }
    }

    private long countWithoutPart2(String role, String table, String condition) throws SQLException {
        try (var connection = as(role)) {
            workFor(connection, "{LAKESIDE}");
            execute(connection, "set app.part2 = 'off'");
            return count(connection, table, condition);
        }
    }

    @Test
    void nobodyWritesASubmissionOfAnotherFacility() throws SQLException {
        try (var connection = as("openrcm_worker")) {
            workFor(connection, "{LAKESIDE}");
            assertRefused(
                    () -> {
                        try (var statement = connection.createStatement()) {
                            var _ = statement.executeUpdate("update submission set facility = 'HARBOR'");
                        }
                    },
                    PERMISSION_DENIED);
        }
    }

    private static boolean isClosedTo(String role, String table) {
        return role.equals("openrcm_app") && FOR_THE_SERVICE_ALONE.contains(table);
    }

    private Connection as(String role) throws SQLException {
        var connection = DriverManager.getConnection(url, login, password);
        execute(connection, "set role " + role);
        return connection;
    }

    private static void workFor(Connection connection, String facilities) throws SQLException {
        execute(connection, "set app.facilities = '" + facilities + "'");
        execute(connection, "set app.part2 = 'on'");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String table, String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table + " where " + condition)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static long countOfAll(String table) throws SQLException {
        try (var connection = TestDatabase.everything().getConnection()) {
            return count(connection, table, "true");
        }
    }

    private static void assertRefused(ThrowingCallable work, String state) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    private static Set<String> names(String condition) throws SQLException {
        var names = new TreeSet<String>();
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select relname from pg_class c where relkind = 'r' and"
                        + " relnamespace = 'public'::regnamespace and " + condition)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
