package io.openrcm.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.RealServersTest;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Caller;
import io.openrcm.security.access.Facilities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServersTest
class AuditQueryTest {

    @Inject
    AuditTrail trail;

    @Inject
    AuditQuery query;

    @Inject
    Acting acting;

    /** Of one test, because nothing is ever removed. */
    private UUID mark;

    private String claim;
    private Instant begin;

    @BeforeEach
    void rowsOfTwoFacilitiesOfBothAndOfNone() {
        mark = UUID.randomUUID();
        claim = "CLM" + mark;
        begin = Instant.now();
        put("anna", AuditEntry.read("claim", claim).at("LAKESIDE"));
        put("bert", AuditEntry.update("claim", "other", claim).at("HARBOR").refused("FORBIDDEN"));
        put("anna", AuditEntry.query("work-item", 3).at("LAKESIDE", "HARBOR"));
        put("carl", AuditEntry.update("payer-terms", "P1").inOperation());
    }

    @Test
    void anAuditorSeesWhatIsWhollyWithinItsFacilities() {
        assertThat(seen(Facilities.of(List.of("LAKESIDE")), all(), null, 10)).containsExactly("READ claim");
        assertThat(seen(Facilities.of(List.of("HARBOR")), all(), null, 10)).containsExactly("UPDATE claim");
        assertThat(seen(Facilities.of(List.of("HARBOR", "LAKESIDE", "OTHER")), all(), null, 10))
                .containsExactly("QUERY work-item", "UPDATE claim", "READ claim");
        assertThat(seen(Facilities.NONE, all(), null, 10)).isEmpty();
    }

    @Test
    void whatIsOfNoFacilityIsForWhoMaySeeThemAll() {
        assertThat(seen(Facilities.ALL, all(), null, 10))
                .containsExactly("UPDATE payer-terms", "QUERY work-item", "UPDATE claim", "READ claim");
    }

    @Test
    void whoTouchedAnObjectIsFoundByItsIdWithinTheFacilities() {
        var touched = new AuditFilter(null, claim, null, null, null, null, null, null);

        assertThat(seen(Facilities.ALL, touched, null, 10)).containsExactly("UPDATE claim", "READ claim");
        assertThat(seen(Facilities.of(List.of("LAKESIDE")), touched, null, 10)).containsExactly("READ claim");
    }

    @Test
    void everythingThatIsAskedForMustHold() {
        assertThat(seen(new AuditFilter("anna", null, null, null, null, null, null, mark)))
                .containsExactly("QUERY work-item", "READ claim");
        assertThat(seen(new AuditFilter(null, null, "claim", null, null, null, null, mark)))
                .containsExactly("UPDATE claim", "READ claim");
        assertThat(seen(new AuditFilter(null, null, null, AuditAction.UPDATE, null, null, null, mark)))
                .containsExactly("UPDATE payer-terms", "UPDATE claim");
        assertThat(seen(new AuditFilter(null, null, null, null, AuditOutcome.REFUSED, null, null, mark)))
                .containsExactly("UPDATE claim");
        assertThat(seen(new AuditFilter("anna", null, "claim", AuditAction.UPDATE, null, null, null, mark)))
                .isEmpty();
    }

    @Test
    void aPeriodHasABeginAndAnEnd() {
        var end = Instant.now();

        assertThat(seen(new AuditFilter(null, null, null, null, null, begin.minusSeconds(5), end.plusSeconds(5), mark)))
                .hasSize(4);
        assertThat(seen(new AuditFilter(null, null, null, null, null, end.plusSeconds(5), null, mark)))
                .isEmpty();
        assertThat(seen(new AuditFilter(null, null, null, null, null, null, begin.minusSeconds(5), mark)))
                .isEmpty();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        var first = find(Facilities.ALL, all(), null, 3);
        var second = find(Facilities.ALL, all(), first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(second)
                .singleElement()
                .extracting(row -> row.entry().action())
                .isEqualTo(AuditAction.READ);
    }

    private AuditFilter all() {
        return new AuditFilter(null, null, null, null, null, null, null, mark);
    }

    private List<String> seen(AuditFilter filter) {
        return seen(Facilities.ALL, filter, null, 10);
    }

    private List<String> seen(Facilities facilities, AuditFilter filter, Long before, int limit) {
        return find(facilities, filter, before, limit).stream()
                .map(row -> row.entry().action() + " " + row.entry().what())
                .toList();
    }

    private List<AuditRow> find(Facilities facilities, AuditFilter filter, Long before, int limit) {
        return acting.as(person("auditor", facilities), () -> query.find(filter, before, limit));
    }

    private void put(String who, AuditEntry entry) {
        var _ = acting.as(person(who, Facilities.NONE), () -> {
            QuarkusTransaction.requiringNew().run(() -> trail.record(entry.correlatedBy(mark)));
            return true;
        });
    }

    private static Caller person(String name, Facilities facilities) {
        return new Caller(Caller.Kind.PERSON, name, name, Set.of(), facilities, false, null);
    }
}
