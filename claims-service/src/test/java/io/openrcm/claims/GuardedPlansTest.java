package io.openrcm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.life.WithRealServers;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row security looks at the rows that an index found; it does not keep the index from finding them. */
@QuarkusTest
@WithRealServers
class GuardedPlansTest {

    private static final String SOME = "any('{00000000-0000-4000-8000-000000000001}'::uuid[])";

    /** How the setting is read: for callers once per statement, for the service, whose statements are mostly about one row, in place. */
    private static final Map<String, String> READ_BY =
            Map.of("openrcm_app", "InitPlan", "openrcm_worker", "current_setting");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String login;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            claim_pkey                    | select * from claim where id = SOME order by id for no key update
            claim_number_key              | select * from claim where number = 'RLD62L2562BZKF' for no key update
            claim_newest                  | select * from claim order by built_at desc, id desc limit 50
            claim_label_newest            | select * from claim where label = 'ON_HOLD' order by built_at desc, id desc limit 50
            claim_of_encounter            | select * from claim where encounter_id = SOME
            claim_version_pkey            | select * from claim_version where id = SOME
            claim_version_fingerprint     | select * from claim c join claim_version v on v.claim_id = c.id where v.fingerprint = '\\x00' and v.superseded_at is null
            submission_attempt_pkey       | select * from submission_attempt where id = SOME
            claim_finding_pkey            | select * from claim_finding where claim_id = SOME order by place
            claim_timeline_pkey           | select * from claim_timeline where claim_id = SOME order by entry
            self_pay_account_pkey         | select * from self_pay_account where encounter_id = SOME
            claim_balance_pkey            | select * from claim_balance where claim_id = SOME
            claim_bucket_pkey             | select * from claim_balance b left join claim_bucket k on k.claim_id = b.claim_id where b.claim_id = SOME
            ledger_entry_claim            | select sum(cents) from ledger_entry where claim_id = SOME and account = 'PATIENT_SERVICE_REVENUE'
            ledger_posting_remittance     | select sum(e.cents) from ledger_posting p join ledger_entry e on e.posting_id = p.id where p.remittance_id = SOME
            remitted_claim_pkey           | select id from remitted_claim where id = SOME
            remitted_claim_claim          | select * from remitted_claim where claim_id = SOME order by claim_id, seq
            line_adjudication_pkey        | select * from line_adjudication l join remitted_claim c on c.id = l.remitted_claim_id where c.claim_id = SOME
            remitted_claim_remittance     | select * from remitted_claim where remittance_id = SOME and sequence > 1 order by sequence""")
    void theIndexIsUsed(String index, String query) throws SQLException {
        for (String role : READ_BY.keySet()) {
            assertThat(plan(role, query.replace("SOME", SOME)))
                    .as(role)
                    .containsPattern("(using|Index Scan on) " + index + "\\b"
                            + (query.contains(" where ") ? ".*\\R *Index Cond: " : ""))
                    .containsPattern("Filter: .*" + READ_BY.get(role));
        }
    }

    /** As it would be with many rows. */
    private String plan(String role, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, login, password);
                var statement = connection.createStatement()) {
            statement.execute("set role " + role);
            statement.execute("set app.facilities = '{LAKESIDE}'");
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_sort = off");
            var plan = new StringJoiner("\n");
            try (var line = statement.executeQuery("explain " + query)) {
                while (line.next()) {
                    plan.add(line.getString(1));
                }
            }
            return plan.toString();
        }
    }
}
