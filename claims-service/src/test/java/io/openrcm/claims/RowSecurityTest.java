package io.openrcm.claims;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.claims.ledger.Tables;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.rest.access.KeptSealed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whatever the code above it asks for. */
@QuarkusTest
@WithRealServers
class RowSecurityTest {

    private static final String PERMISSION_DENIED = "42501";
    private static final String NO_SUCH_SETTING = "42704";

    private static final String HAS_FACILITY =
            "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'facility')";

    private static final Set<String> GUARDED = Set.of(
            "claim",
            "claim_version",
            "submission_attempt",
            "claim_finding",
            "claim_timeline",
            "self_pay_account",
            "ledger_posting",
            "ledger_entry",
            "claim_balance",
            "claim_bucket",
            "remitted_claim",
            "line_adjudication");

    /** Amounts under a number that is a claim's here only: what is hidden of a ledger is missing in its sums. */
    private static final Set<String> LEDGER = Set.of("ledger_posting", "ledger_entry", "claim_balance", "claim_bucket");

    /** Tables without a facility, and why. */
    private static final Map<String, String> OF_NO_FACILITY = Map.ofEntries(
            Map.entry("facility", "a master: who bills, nothing of a patient"),
            Map.entry("payer_terms", "a master: time limits of payers"),
            Map.entry("remittance", "a payer pays for several facilities at once; sums, nothing of a patient"),
            Map.entry("provider_adjustment", "what a payment takes or adds beside all claims"),
            Map.entry("outbox", "written by everybody, read by the relay alone, gone when sent"),
            Map.entry("relay_heartbeat", "the relay's own"),
            Map.entry("inbox", "ids of messages"),
            Map.entry("inbox_position", "ids and numbers of aggregates"),
            Map.entry("parked_message", "its content is for the service alone, by column grants"),
            Map.entry("idempotency_key", "found only by who knows the key, the operation and the body"),
            Map.entry("audit_record", "guarded by policies of its own, for several facilities at once"),
            Map.entry("audit_seal", "hashes"),
            Map.entry("audit_checkpoint", "hashes"),
            Map.entry("audit_sealing_position", "numbers of rows"),
            Map.entry("sealing_pass", "how far the sealing of tables has come"),
            Map.entry("emergency_access", "who asked for what and why; nothing of a patient"),
            Map.entry("flyway_schema_history", "migrations"));

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String login;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    Tables tables;

    @Inject
    LakesideRecords records;

    @Test
    void everySealedColumnIsKeptAsItIs() {
        assertThat(KeptSealed.columns()).isPositive();
        assertThat(KeptSealed.otherwise()).isEmpty();
    }

    @Test
    void everyTableWithAFacilityIsGuardedEvenAgainstItsOwner() {
        var guarded =
                tables.column(ordinaryTables() + " and c.relrowsecurity and c.relforcerowsecurity and " + HAS_FACILITY);

        assertThat(tables.column(ordinaryTables() + " and " + HAS_FACILITY))
                .containsExactlyInAnyOrderElementsOf(guarded);
        assertThat(guarded).containsExactlyInAnyOrderElementsOf(GUARDED);
    }

    @Test
    void everyOtherTableHasAReasonToHaveNoFacility() {
        assertThat(tables.column(ordinaryTables() + " and not " + HAS_FACILITY))
                .isNotEmpty()
                .isSubsetOf(OF_NO_FACILITY.keySet());
    }

    private static String ordinaryTables() {
        return "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'";
    }

    @Test
    void theServicesOwnLoginMayTouchNoRecord() throws SQLException {
        var kept = new TreeSet<>(GUARDED);
        kept.addAll(List.of("claim_money", "facility", "payer_terms", "remittance", "provider_adjustment"));
        for (String table : kept) {
            try (var connection = DriverManager.getConnection(url, login, password)) {
                assertRefused(connection, table, PERMISSION_DENIED);
            }
        }
    }

    @Test
    void whoDoesNotSayForWhichFacilitiesGetsAnErrorAndNotAnEmptyAnswer() throws SQLException {
        var _ = records.make();

        for (String role : List.of("openrcm_app", "openrcm_worker")) {
            for (String table : GUARDED) {
                try (var connection = DriverManager.getConnection(url, login, password);
                        var statement = connection.createStatement()) {
                    statement.execute("set role " + role);
                    assertRefused(connection, table, NO_SUCH_SETTING);
                }
            }
        }
    }

    private static void assertRefused(Connection connection, String table, String state) {
        assertThatThrownBy(() -> count(connection, table))
                .as(table)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    @Test
    void whoWorksForHarborSeesNothingOfLakeside() throws SQLException {
        var _ = records.make();

        for (String role : List.of("openrcm_app", "openrcm_worker")) {
            for (String table : GUARDED) {
                assertThat(seen(role, "LAKESIDE", table)).as(table).isPositive();
                assertThat(seen(role, "HARBOR", table)).as(table).isZero();
            }
        }
    }

    private long seen(String role, String facility, String table) throws SQLException {
        return seen(role, facility, "on", table);
    }

    private long seen(String role, String facility, String part2, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(url, login, password);
                var statement = connection.createStatement()) {
            statement.execute("set role " + role);
            statement.execute("set app.facilities = '{" + facility + "}'");
            statement.execute("set app.part2 = '" + part2 + "'");
            return count(connection, table + " where facility = 'LAKESIDE'");
        }
    }

    @Test
    void whoMayNotSeePart2SeesTheOtherRecordsAndTheWholeLedger() throws SQLException {
        var _ = records.make();
        records.makeUnderPart2();

        for (String table : GUARDED) {
            long all = seen("openrcm_app", "LAKESIDE", "on", table);
            long others = seen("openrcm_app", "LAKESIDE", "off", table);
            if (LEDGER.contains(table)) {
                assertThat(others).as(table).isEqualTo(all);
            } else {
                assertThat(others).as(table).isBetween(1L, all - 1);
            }
            assertThat(seen("openrcm_worker", "LAKESIDE", "off", table))
                    .as("%s for the service", table)
                    .isEqualTo(all);
        }
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void whatIsAboutAClaimBelongsToTheClaimsFacility() {
        var _ = records.make();

        var children = GUARDED.stream()
                .filter(table -> !tables.column("select 1 from pg_attribute where attname = 'claim_id' and attrelid = '"
                                + table + "'::regclass")
                        .isEmpty())
                .collect(toSet());
        assertThat(children).hasSize(8);
        for (String table : children) {
            assertThat(tables.number("select count(*) from " + table + " r join claim c on c.id = r.claim_id"
                            + " where r.facility is distinct from c.facility"))
                    .as(table)
                    .isZero();
        }
        Stream.of(
                        "ledger_entry r join ledger_posting o on o.id = r.posting_id",
                        "line_adjudication r join remitted_claim o on o.id = r.remitted_claim_id")
                .forEach(pair -> assertThat(tables.number(
                                "select count(*) from " + pair + " where r.facility is distinct from o.facility"))
                        .as(pair)
                        .isZero());
    }
}
