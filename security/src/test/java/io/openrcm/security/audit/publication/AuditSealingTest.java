package io.openrcm.security.audit.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.security.RealServersTest;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.verification.VerifyAuditTrail;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.security.sealing.KeyRing;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The whole way of a row: written, sealed, signed, published, verified. */
@QuarkusTest
@RealServersTest
@TestProfile(AuditSealingTest.Sealed.class)
class AuditSealingTest {

    private static final double UNSEALED_SECONDS = 2;

    /** With a sealer and a folder for its checkpoints. */
    public static class Sealed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "openrcm.audit.sealer.enabled", "true",
                        "openrcm.audit.seal-every", "0.1s",
                        "openrcm.audit.checkpoint-folder",
                                Files.createTempDirectory("checkpoints").toString());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Inject
    AuditTrail trail;

    @Inject
    VerifyAuditTrail verify;

    @Inject
    PublishedCheckpoints published;

    @Inject
    KeyRing keys;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "openrcm.audit.checkpoint-folder")
    Path folder;

    @Test
    void aRowIsSealedSignedAndPublishedAMomentAfterItIsWritten() throws IOException, SQLException {
        for (int i = 0; i < 20; i++) {
            trail.recordApart(AuditEntry.read("claim", "CLM" + i));
        }

        await().until(() -> publishedRows() == rows());

        var last = published.last().orElseThrow();
        assertThat(last.isSigned(keys::hasSignedCheckpoint)).isTrue();
        await().until(() ->
                Files.readAllLines(CheckpointFile.in(folder, "security-test")).contains(last.toLine()));
        var verification = verify.now();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.rows()).isEqualTo(rows()).isGreaterThanOrEqualTo(20);
        assertThat(verification.published()).isEqualTo(verification.checkpoints());
        assertThat(meters.get("openrcm.audit.unsealed").gauge().value()).isZero();
        assertThat(meters.get("openrcm.audit.seal.lag").gauge().value()).isBetween(0.0, 30.0);
    }

    @Test
    void aCheckpointThatCannotBePublishedIsPublishedLater() {
        published.close();
        trail.recordApart(AuditEntry.read("claim", "CLM1"));
        await().until(() -> published.refused() > 0);

        published.open();

        await().until(() -> publishedRows() == rows());
    }

    @Test
    void aRoundThatFailsLeavesNothingBehind() {
        TestDatabase.run("create function fail_here() returns trigger language plpgsql as"
                + " $$ begin perform nextval('fail_here'); raise exception 'no'; end $$");
        TestDatabase.run("create sequence fail_here");
        TestDatabase.run("grant usage on sequence fail_here to public");
        TestDatabase.run("create trigger fail_here before insert on audit_checkpoint execute function fail_here()");
        try {
            trail.recordApart(AuditEntry.read("claim", "CLM1"));
            await().until(() -> !TestDatabase.column("select last_value from fail_here where last_value > 2")
                    .isEmpty());

            assertThat(TestDatabase.column("select place from audit_seal where place >"
                            + " coalesce((select max(place) from audit_checkpoint), 0)"))
                    .isEmpty();
        } finally {
            TestDatabase.run("drop function fail_here cascade");
            TestDatabase.run("drop sequence fail_here");
        }
        await().until(() -> publishedRows() == rows());
    }

    @Test
    void aRoundThatFailsInTheServiceIsTriedAgain() throws SQLException {
        await().until(() -> publishedRows() == rows());
        await().until(() -> !TestDatabase.column("select 1 from audit_sealing_position where gaps_from = '{}'")
                .isEmpty());
        TestDatabase.run("update audit_sealing_position set gaps_from = '{null}', gaps_through = '{null}'");
        try {
            trail.recordApart(AuditEntry.read("claim", "CLM1"));
            await().until(() -> meters.get("openrcm.audit.seal.lag").gauge().value() > UNSEALED_SECONDS);

            assertThat(publishedRows()).isLessThan(rows());
            assertThat(TestDatabase.column("select state from pg_stat_activity where state like 'idle in transaction%'"
                            + " and datname = current_database() and state_change < now() - interval '500 ms'"))
                    .isEmpty();
        } finally {
            TestDatabase.run("update audit_sealing_position set gaps_from = '{}', gaps_through = '{}'");
        }
        await().until(() -> publishedRows() == rows());
    }

    /** So many rows the last published checkpoint vouches for. */
    private long publishedRows() {
        return published.last().map(Checkpoint::place).orElse(0L);
    }

    private static long rows() throws SQLException {
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from audit_record")) {
            row.next();
            return row.getLong(1);
        }
    }
}
