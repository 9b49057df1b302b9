package io.openrcm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.life.WithRealServers;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was kept before rows belonged to facilities. */
@QuarkusTest
@WithRealServers
class OldRecordsTest {

    private static final String SCHEMA = "before";

    private static final String OLD_ROWS = """
            insert into claim values ('00000000-0000-4000-8000-000000000001', 'CLAIM1', gen_random_uuid(), 1, 'HARBOR', 'MERID', 'MERID', 1,
              'PROFESSIONAL', 1, gen_random_uuid(), 100, '2026-01-01', '2026-01-01', '2027-01-01', 'HELD', 'NONE', 'UNADJUDICATED', 0, 'NONE',
              null, 1, 100, 0, 0, 'ON_HOLD', 1, 1, now(), 1);
            insert into claim_version select gen_random_uuid(), id, 1, 'ORIGINAL', null, ''::bytea, null, gen_random_uuid(), now() from claim;
            insert into submission_attempt select gen_random_uuid(), id, 1, 1, now() from claim;
            insert into claim_finding select id, 1, 'CE-020', 'BLOCKING', '', '', 'billing' from claim;
            insert into claim_timeline select id, 1, now(), 'ClaimBuilt', '', gen_random_uuid() from claim;
            insert into claim_balance select id, 100, 0, 0, 0, 0, 100 from claim;
            insert into claim_bucket select id, 1, 100 from claim;
            insert into ledger_posting select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), kind, null, now(), '{}'
              from (values ('CHARGE'), ('PROVIDER_ADJUSTMENT')) k (kind);
            insert into ledger_entry select p.id, line, account, claim.id, '', 1, cents from claim, ledger_posting p,
              (values (1, 'INSURANCE_RECEIVABLE', 100), (2, 'PATIENT_SERVICE_REVENUE', -100)) e (line, account, cents) where p.kind = 'CHARGE';
            insert into ledger_entry select p.id, line, account, null, '', 0, cents from ledger_posting p,
              (values (1, 'CASH', 7), (2, 'PAYER_OFFSET', -7)) e (line, account, cents) where p.kind = 'PROVIDER_ADJUSTMENT';
            insert into remitted_claim select gen_random_uuid(), gen_random_uuid(), 1, of, 'CLAIM1', 1, 1, 'MERID', '2026-02-01', 1, 0,
              gen_random_uuid(), gen_random_uuid(), 'POSTED', null, 100, 0, now() from (select id as of from claim union all select null) c;
            insert into line_adjudication select id, 1, '', 'DENIED', 100, 0, 0, 0, 0, 0, 100, '[]', '' from remitted_claim;
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void whatIsKeptAboutAClaimIsGivenToItsFacilityAndTheRestToNobody() throws SQLException {
        migrateTo("110");
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(OLD_ROWS);
        }

        migrateTo("latest");

        try (var connection = connection();
                var statement = connection.createStatement()) {
            // The owner is held to the policies too; until the end of this transaction it is let off.
            statement.execute("begin");
            for (String table : new String[] {
                "claim_version",
                "submission_attempt",
                "claim_finding",
                "claim_timeline",
                "claim_balance",
                "claim_bucket"
            }) {
                assertThat(facilities(connection, table)).as(table).isEqualTo("HARBOR 1");
            }
            for (String table : new String[] {"ledger_posting", "remitted_claim", "line_adjudication"}) {
                assertThat(facilities(connection, table)).as(table).isEqualTo("HARBOR 1, nobody 1");
            }
            assertThat(facilities(connection, "ledger_entry")).isEqualTo("HARBOR 2, nobody 2");
            statement.execute("rollback");
        }
    }

    private static String facilities(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table " + table + " no force row level security");
            try (var row = statement.executeQuery("select string_agg(f || ' ' || n, ', ' order by f) from"
                    + " (select coalesce(facility, 'nobody') as f, count(*) as n from " + table + " group by 1) c")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void migrateTo(String version) {
        var _ = Flyway.configure()
                .dataSource(url, owner, password)
                .schemas(SCHEMA)
                .locations("db/security", "db/events", "db/rest", "db/claims")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private Connection connection() throws SQLException {
        var connection = DriverManager.getConnection(url, owner, password);
        connection.setSchema(SCHEMA);
        return connection;
    }

    @AfterEach
    void dropTheSchema() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }
}
