package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.relay.OutboxEntry;
import io.openrcm.events.delivery.wire.Lane;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL)
class OutboxTest {

    private static final Cause CAUSE = new Cause(Ids.derived("cause"), Ids.derived("correlation"));
    private static final UUID CLAIM = Ids.derived("claim 1");
    private static final UUID OTHER_CLAIM = Ids.derived("claim 2");

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Tables tables;

    @BeforeEach
    void nothingHasBeenSaid() {
        tables.empty();
    }

    @Test
    void eventsGoOutInTheOrderInWhichTheyWereRecorded() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 1; i <= 300; i++) {
                outbox.record(
                        CAUSE,
                        i % 2 == 0 ? CLAIM : OTHER_CLAIM,
                        (i + 1) / 2,
                        null,
                        anAppeal(i % 2 == 0 ? CLAIM : OTHER_CLAIM, i));
            }
        });

        assertThat(tables.texts("select convert_from(payload, 'UTF8')::json ->> 'level' from outbox order by id"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 300).mapToObj(String::valueOf).toList());
        assertThat(tables.texts("select distinct lane from outbox where aggregate_id = '" + CLAIM + "'"))
                .containsExactly(String.valueOf(Lane.of(CLAIM)));
    }

    @Test
    void theSameCauseHandledAgainMakesTheSameEventIds() {
        sayTwoThings();
        var first = tables.texts("select event_id from outbox order by id");
        tables.empty();
        sayTwoThings();

        assertThat(tables.texts("select event_id from outbox order by id"))
                .isEqualTo(first)
                .containsExactly(
                        Ids.derived(CAUSE.id(), CLAIM + "/1").toString(),
                        Ids.derived(CAUSE.id(), CLAIM + "/2").toString());
    }

    @Test
    void theChangeAndItsEventsAreSavedTogether() {
        QuarkusTransaction.requiringNew().run(() -> {
            var tally = new Tally(CLAIM);
            entities.persist(tally);
            outbox.record(CAUSE, tally, anAppeal(CLAIM, 1));
            tally.hear(1);
            outbox.record(CAUSE, tally, anAppeal(CLAIM, 2));
        });

        assertThat(tables.texts("select event_seq || ' ' || heard from tally")).containsExactly("2 1 ");
        assertThat(tables.texts("select aggregate_seq from outbox order by id")).containsExactly("1", "2");
    }

    @Test
    void nothingIsSaidAboutAChangeThatIsTakenBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.record(CAUSE, CLAIM, 1, null, anAppeal(CLAIM, 1));
                    throw new UnsupportedOperationException("changed our mind");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(tables.count("outbox")).isZero();
    }

    @Test
    void theChangeIsTakenBackWhenItsEventsCannotBeWritten() {
        sayTwoThings();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.persist(new Tally(OTHER_CLAIM));
                    outbox.record(CAUSE, CLAIM, 1, null, anAppeal(CLAIM, 1));
                }))
                .isInstanceOf(RuntimeException.class)
                .hasRootCauseMessage("ERROR: duplicate key value violates unique constraint \"outbox_event_id_key\"");

        assertThat(tables.count("tally")).isZero();
        assertThat(tables.count("outbox")).isEqualTo(2);
    }

    @Test
    void theHeadersTellWhatHappenedWhyAndInWhichOrderAndNothingElse() {
        sayTwoThings();

        var headers = tables.texts("select convert_from(headers, 'UTF8') from outbox order by id")
                .getLast();

        assertThat(headers.lines().filter(line -> !line.startsWith("ce_time=")))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=" + Ids.derived(CAUSE.id(), CLAIM + "/2"),
                        "ce_type=AppealFiled.v1",
                        "ce_source=/delivery-test",
                        "ce_subject=" + CLAIM,
                        "aggregateseq=2",
                        "causationid=" + CAUSE.id(),
                        "correlationid=" + CAUSE.correlationId(),
                        "facility=LAKESIDE");
    }

    @Test
    void nothingCanBeSaidOutsideATransaction() {
        assertThatThrownBy(() -> outbox.record(CAUSE, CLAIM, 1, null, anAppeal(CLAIM, 1)))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void anEventAboutAnotherClaimIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.record(CAUSE, OTHER_CLAIM, 1, null, anAppeal(CLAIM, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventTooLargeToTravelIsRefused() {
        var person = "p".repeat(OutboxEntry.MAX_PAYLOAD_BYTES);
        var huge = new AppealFiled(
                anAppeal(CLAIM, 1).claimId(), CLAIM, 1, anAppeal(CLAIM, 1).filedOn(), person);

        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().run(() -> outbox.record(CAUSE, CLAIM, 1, null, huge)))
                .hasMessageContaining("AppealFiled.v1")
                .hasMessageNotContaining(person);
    }

    private void sayTwoThings() {
        var facility = new FacilityId("LAKESIDE");
        QuarkusTransaction.requiringNew()
                .run(() ->
                        List.of(1, 2).forEach(seq -> outbox.record(CAUSE, CLAIM, seq, facility, anAppeal(CLAIM, seq))));
    }
}
