package io.openrcm.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.RealServersTest;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Caller;
import io.openrcm.security.access.Facilities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServersTest
class AuditTrailTest {

    private static final UUID EMERGENCY = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final Caller BILLER = new Caller(
            Caller.Kind.PERSON,
            "7c1e",
            "a.biller",
            Set.of("supervisor", "biller"),
            Facilities.of(List.of("LAKESIDE")),
            false,
            EMERGENCY);

    @Inject
    AuditTrail trail;

    @Inject
    AuditQuery query;

    @Inject
    Acting acting;

    @Inject
    DataSource database;

    /** By which a test finds what it put on record: nothing is ever removed. */
    private UUID request;

    @BeforeEach
    void nothingOfThisTestIsOnRecord() {
        request = UUID.randomUUID();
    }

    @Test
    void whatSomebodyDoesIsOnRecordWithWhoAndWhyAndWhere() {
        var entry = AuditEntry.read("claim", "CLM1", "with \"quotes\", commas and \\")
                .at("LAKESIDE", "HARBOR")
                .from("192.0.2.17")
                .correlatedBy(request)
                .ofRequest(request);
        as(BILLER, () -> trail.record(entry));

        assertThat(onRecord()).singleElement().satisfies(row -> {
            assertThat(row.entry()).isEqualTo(entry);
            assertThat(row.actor())
                    .isEqualTo(new Actor(
                            Actor.Kind.PERSON, "7c1e", "a.biller", List.of("biller", "supervisor"), EMERGENCY));
            assertThat(row.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
    }

    @Test
    void aQueryIsOnRecordWithItsFilterAndHowManyItFound() {
        var entry = AuditEntry.query("work-item", 12)
                .askingFor("state=OPEN")
                .inOperation()
                .refused("FORBIDDEN")
                .correlatedBy(request);
        as(BILLER, () -> trail.record(entry));

        assertThat(onRecord()).singleElement().extracting(AuditRow::entry).isEqualTo(entry);
    }

    @Test
    void whatAServiceDoesInOneTransactionIsOneRowOfItsKind() {
        as(Caller.service("claims-service", Facilities.ALL), () -> {
            for (int i = 0; i < 100; i++) {
                trail.recordWork(
                        AuditTrail.Work.heard("ClaimReleased.v1", "LAKESIDE", "claim-events", true),
                        UUID.randomUUID(),
                        request,
                        UUID.randomUUID());
            }
        });

        assertThat(onRecord())
                .singleElement()
                .satisfies(row -> assertThat(row.entry().objectIds()).hasSize(100));
    }

    @Test
    void workOutsideOfATransactionIsRefused() {
        var work = AuditTrail.Work.heard("ClaimReleased.v1", "LAKESIDE", "claim-events", true);

        assertThatThrownBy(() -> trail.recordWork(work, UUID.randomUUID(), request, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotOnRecordButThatItFailedIs() {
        assertThatThrownBy(() -> as(BILLER, () -> {
                    trail.record(AuditEntry.update("claim", "CLM1").correlatedBy(request));
                    trail.recordApart(
                            AuditEntry.update("claim", "CLM1").failed("STALE").correlatedBy(request));
                    throw new UnsupportedOperationException("changed our mind");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(onRecord())
                .singleElement()
                .extracting(row -> row.entry().result().problem())
                .isEqualTo("STALE");
    }

    @Test
    void whatCannotBeOnRecordIsNotDone() {
        assertThatThrownBy(() -> as(Caller.service("claims-service", Facilities.ALL), () -> {
                    change("insert into sample_record(id, facility, content) values (4711, 'LAKESIDE', 'x')");
                    trail.record(AuditEntry.update("claim", "not a text for PostgreSQL: \0"));
                }))
                .hasStackTraceContaining("AuditUnavailable");
        as(
                Caller.service("claims-service", Facilities.ALL),
                () -> assertThat(change("delete from sample_record where id = 4711"))
                        .isZero());

        assertThatThrownBy(() -> trail.recordApart(AuditEntry.update("claim", "\0")))
                .isInstanceOf(AuditTrail.AuditUnavailable.class);
    }

    @Test
    void whoIsNotKnownLeavesATraceToo() throws InterruptedException {
        var entry =
                AuditEntry.login().refused("TOKEN_EXPIRED").from("192.0.2.66").correlatedBy(request);
        // Nobody is named in a fresh thread.
        Thread.ofPlatform().start(() -> trail.recordApart(entry)).join();

        assertThat(onRecord()).singleElement().satisfies(row -> {
            assertThat(row.actor().kind()).isEqualTo(Actor.Kind.UNKNOWN);
            assertThat(row.entry().origin().source()).isEqualTo("192.0.2.66");
        });
    }

    @Test
    void nothingIsPutOnRecordOutsideATransaction() {
        assertThatThrownBy(() -> trail.record(AuditEntry.read("claim", "CLM1")))
                .isInstanceOf(TransactionalException.class);
    }

    private List<AuditRow> onRecord() {
        return query.find(new AuditFilter(null, null, null, null, null, null, null, request), null, 10);
    }

    private void as(Caller caller, Runnable work) {
        var _ = acting.as(caller, () -> {
            QuarkusTransaction.requiringNew().run(work);
            return true;
        });
    }

    private int change(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }
}
