package io.openrcm.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private static final String PERMISSION_DENIED = "42501";

    private static TrailFixture trail;

    @BeforeAll
    static void aSealedTrail() throws SQLException, IOException {
        trail = new TrailFixture();
        trail.writeAndSealOld(new Random(1), 10);
    }

    @AfterAll
    static void end() {
        trail.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_record set actor_id = 'somebody else'",
                "delete from audit_record",
                "truncate audit_record",
                "update audit_seal set hash = ''",
                "delete from audit_seal",
                "truncate audit_seal",
                "update audit_checkpoint set rows = 0",
                "delete from audit_checkpoint",
                "truncate audit_checkpoint"
            })
    void nobodyChangesOrRemovesWhatIsOnRecord(String change) throws SQLException, IOException {
        for (var role : List.of("openrcm_app", "openrcm_worker")) {
            try (var connection = trail.asService()) {
                assertRefused(connection, "set role " + role + "; " + change);
            }
        }
        try (var owner = trail.asOwner()) {
            assertRefused(owner, change);
        }
        try (var superuser = trail.asSuperuser()) {
            assertRefused(superuser, change);
            assertRefused(superuser, "set session_replication_role = replica; " + change);
        }
    }

    @Test
    void nobodyGivesARowAnIdOrATimeOfHisOwn() throws SQLException {
        try (var connection = trail.asService()) {
            assertRefused(connection, anInsert("at", "now() - interval '1 day'"));
        }
        try (var connection = trail.asService()) {
            assertRefused(connection, anInsert("id", "77"));
        }
    }

    @Test
    void theOwnerWritesNoRows() throws SQLException {
        try (var owner = trail.asOwner()) {
            assertRefused(owner, anInsert("source", "'x'"));
        }
    }

    @Test
    void aServicesOwnLoginHasNoRightAtAll() throws SQLException {
        try (var login = DriverManager.getConnection(trail.url(), trail.login(), trail.password())) {
            for (var table : List.of("audit_record", "audit_seal", "audit_checkpoint", "audit_sealing_position")) {
                assertRefused(login, "select * from " + table);
            }
            assertRefused(login, "select audit_records_about('CLM1')");
        }
    }

    @Test
    void whoWorksForACallerSealsNothing() throws SQLException {
        try (var connection = trail.asService()) {
            assertRefused(connection, "set role openrcm_app; insert into audit_seal values (1000, 1000, '')");
        }
    }

    private static String anInsert(String column, String value) {
        return "insert into audit_record(" + column
                + ", actor_kind, actor_id, actor_name, roles, facilities, purpose, action, what, object_ids, outcome)"
                + " overriding system value values (" + value
                + ", 'SERVICE', 'x', 'x', '{}', '{}', 'HPAYMT', 'READ', 'claim', '{}', 'SUCCESS')";
    }

    private static void assertRefused(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(PERMISSION_DENIED));
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
