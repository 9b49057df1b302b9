package io.openrcm.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectedEntriesTest {

    private static final Actor SERVICE =
            new Actor(Actor.Kind.SERVICE, "claims-service", "claims-service", List.of(), null);
    private static final Actor BILLER = new Actor(Actor.Kind.PERSON, "7c1e", "a.biller", List.of("biller"), null);
    private static final UUID CORRELATION = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final CollectedEntries collected = new CollectedEntries();

    @Test
    void whatAServiceDoesToManyObjectsOfAFacilityIsOneRow() {
        for (int i = 0; i < 500; i++) {
            collected.add(SERVICE, released("CLM" + i).at("LAKESIDE").correlatedBy(UUID.randomUUID()));
        }

        assertThat(collected.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().objectIds()).hasSize(500).startsWith("CLM0", "CLM1");
            assertThat(row.entry().facilities()).containsExactly("LAKESIDE");
            assertThat(row.entry().origin()).isEqualTo(new AuditEntry.Origin("claim-events", null, null));
        });
    }

    @Test
    void eachFacilityHasItsOwnRowBecauseAnAuditorMaySeeOneAndNotTheOther() {
        collected.add(SERVICE, released("CLM1").at("LAKESIDE"));
        collected.add(SERVICE, released("CLM2").at("HARBOR"));
        collected.add(SERVICE, released("CLM3").at("LAKESIDE"));

        assertThat(collected.rows())
                .extracting(row -> row.entry().objectIds())
                .containsExactly(List.of("CLM1", "CLM3"), List.of("CLM2"));
    }

    @Test
    void whatFailedIsNotMixedWithWhatSucceeded() {
        collected.add(SERVICE, released("CLM1"));
        collected.add(SERVICE, released("CLM2").failed("PAYER_UNKNOWN"));
        collected.add(SERVICE, AuditEntry.execute("ClaimDenied", "CLM3"));

        assertThat(collected.rows()).hasSize(3);
    }

    @Test
    void entriesOfOneCauseKeepTheirCorrelation() {
        collected.add(SERVICE, released("CLM1").correlatedBy(CORRELATION));
        collected.add(SERVICE, released("CLM2").correlatedBy(CORRELATION));

        assertThat(collected.rows())
                .singleElement()
                .extracting(row -> row.entry().origin().correlationId())
                .isEqualTo(CORRELATION);
    }

    @Test
    void moreThanAThousandObjectsAreSeveralRowsAndNoneIsLost() {
        var ids = IntStream.range(0, 2_001).mapToObj(i -> "CLM" + i).toList();
        collected.add(SERVICE, AuditEntry.of(AuditAction.EXECUTE, "ClaimReleased", ids));

        var rows = collected.rows();

        assertThat(rows).extracting(row -> row.entry().objectIds().size()).containsExactly(1_000, 1_000, 1);
        assertThat(rows.stream().flatMap(row -> row.entry().objectIds().stream()))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void whatPeopleDoIsOnRecordOneByOne() {
        collected.add(BILLER, AuditEntry.read("claim", "CLM1"));
        collected.add(BILLER, AuditEntry.read("claim", "CLM2"));

        assertThat(collected.rows()).hasSize(2);
    }

    @Test
    void whatAClientSentCannotBreakALineNorKeepTheRowFromBeingWritten() {
        var entry = AuditEntry.query("claim", 1)
                .askingFor("a\0b\nc" + "x".repeat(5_000))
                .from("192.0.2.17\r\n");

        assertThat(entry.result().askedFor()).startsWith("a?b?cx").hasSize(1_000);
        assertThat(entry.origin().source()).isEqualTo("192.0.2.17??");
    }

    private static AuditEntry released(String claim) {
        return AuditEntry.execute("ClaimReleased", claim).from("claim-events");
    }
}
