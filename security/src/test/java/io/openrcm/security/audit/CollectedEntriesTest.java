package io.openrcm.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openrcm.security.audit.AuditTrail.Work;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollectedEntriesTest {

    private static final Actor SERVICE =
            new Actor(Actor.Kind.SERVICE, "claims-service", "claims-service", List.of(), null);
    private static final Actor BILLER = new Actor(Actor.Kind.PERSON, "7c1e", "a.biller", List.of("biller"), null);
    private static final UUID CORRELATION = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private static final UUID MESSAGE = UUID.fromString("00000000-0000-4000-8000-000000000003");

    private static final Work RELEASED = Work.heard("ClaimReleased.v1", "LAKESIDE", "claim-events", true);

    private final CollectedEntries collected = new CollectedEntries();

    @Test
    void whatAServiceDoesToManyObjectsOfAFacilityIsOneRow() {
        var claims = Stream.generate(UUID::randomUUID).limit(500).toList();
        claims.forEach(claim -> collected.add(SERVICE, RELEASED, claim, UUID.randomUUID(), MESSAGE));

        assertThat(collected.rows()).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo(SERVICE);
            assertThat(row.entry().objectIds())
                    .containsExactlyElementsOf(
                            claims.stream().map(UUID::toString).toList());
            assertThat(row.entry().facilities()).containsExactly("LAKESIDE");
            assertThat(row.entry().origin()).isEqualTo(new AuditEntry.Origin("claim-events", null, null));
        });
    }

    @Test
    void eachFacilityHasItsOwnRowBecauseAnAuditorMaySeeOneAndNotTheOther() {
        collected.add(SERVICE, RELEASED, id(1), CORRELATION, MESSAGE);
        collected.add(
                SERVICE, Work.heard("ClaimReleased.v1", "HARBOR", "claim-events", true), id(2), CORRELATION, MESSAGE);
        collected.add(SERVICE, RELEASED, id(3), CORRELATION, MESSAGE);

        assertThat(collected.rows())
                .extracting(row -> row.entry().objectIds())
                .containsExactly(List.of(id(1).toString(), id(3).toString()), List.of(id(2).toString()));
    }

    @Test
    void whatWasHeardIsNotMixedWithWhatWasToldNorOneEventWithAnother() {
        collected.add(SERVICE, RELEASED, id(1), CORRELATION, MESSAGE);
        collected.add(SERVICE, Work.told("ClaimReleased.v1", "LAKESIDE"), id(1), CORRELATION, MESSAGE);
        collected.add(SERVICE, Work.heard("ClaimDenied.v1", null, "claim-events", true), id(1), CORRELATION, MESSAGE);

        assertThat(collected.rows()).hasSize(3);
    }

    @Test
    void whatWasHeardWithoutAWordAboutThePatientIsOnRecordIfNothingCameOfIt() {
        var accepted = Work.heard("ClaimAccepted.v1", "LAKESIDE", "payer-events", false);
        var rejected = Work.heard("ClaimRejected.v1", "LAKESIDE", "payer-events", false);
        var told = Work.told("ClaimAcceptedByPayer.v1", "LAKESIDE");
        collected.add(SERVICE, told, id(1), CORRELATION, MESSAGE);
        collected.add(SERVICE, told, id(3), id(30), id(31));
        collected.add(SERVICE, accepted, id(1), CORRELATION, MESSAGE);
        collected.add(SERVICE, accepted, id(2), id(20), id(21));
        collected.add(SERVICE, accepted, id(3), id(30), id(31));
        collected.add(SERVICE, rejected, id(1), CORRELATION, id(11));
        collected.add(SERVICE, RELEASED, id(1), CORRELATION, MESSAGE);

        assertThat(collected.rows())
                .extracting(
                        row -> row.entry().what(),
                        row -> row.entry().objectIds(),
                        row -> row.entry().origin().correlationId())
                .containsExactly(
                        tuple("ClaimAcceptedByPayer.v1", List.of(id(1).toString(), id(3).toString()), null),
                        tuple("ClaimReleased.v1", List.of(id(1).toString()), CORRELATION),
                        tuple("ClaimAccepted.v1", List.of(id(2).toString()), id(20)),
                        tuple("ClaimRejected.v1", List.of(id(1).toString()), CORRELATION));
    }

    @Test
    void anObjectIsNamedOnceHoweverOftenItIsWorkedOn() {
        collected.add(SERVICE, RELEASED, id(1), CORRELATION, MESSAGE);
        collected.add(SERVICE, RELEASED, id(1), id(9), MESSAGE);

        assertThat(collected.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().objectIds()).containsExactly(id(1).toString());
            assertThat(row.entry().origin().correlationId()).isNull();
        });
    }

    @Test
    void workOfOneCauseKeepsItsCorrelation() {
        collected.add(SERVICE, RELEASED, id(1), CORRELATION, MESSAGE);
        collected.add(SERVICE, RELEASED, id(2), CORRELATION, MESSAGE);

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

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
