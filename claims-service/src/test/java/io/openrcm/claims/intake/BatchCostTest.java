package io.openrcm.claims.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.EncounterFixture;
import io.openrcm.claims.FixedClock;
import io.openrcm.claims.life.Life;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.events.Event;
import io.openrcm.events.FacilityId;
import io.openrcm.events.coding.CodingEvent;
import io.openrcm.events.coding.CodingEvent.EncounterCoded;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A batch costs a fixed number of statements, however many messages are in it. */
@QuarkusTest
@WithRealServers
class BatchCostTest {

    private static final int FEW = 5;
    private static final int MANY = 100;

    @Inject
    CodingEventsConsumer codingEvents;

    @Inject
    PayerEventsConsumer payerEvents;

    @Inject
    SessionFactory sessions;

    @Test
    void manyEncountersCostNoMoreStatementsThanAFew() {
        var few = Stream.generate(Life::aStay).limit(FEW).toList();
        var many = Stream.generate(Life::aStay).limit(MANY).toList();
        build(Stream.generate(Life::aStay).limit(FEW).toList());

        long statementsForFew = build(few);
        long statementsForMany = build(many);

        assertThat(statementsForMany).isEqualTo(statementsForFew);
        assertThat(transmit(many)).isEqualTo(transmit(few));
        assertThat(accept(many)).isEqualTo(accept(few));
    }

    private long build(List<EncounterFixture> encounters) {
        List<Message<CodingEvent>> messages = encounters.stream()
                .map(encounter ->
                        BatchCostTest.<CodingEvent>message(new EncounterCoded(encounter.id(), encounter.build())))
                .toList();
        return statements(() -> codingEvents.apply(messages));
    }

    private long transmit(List<EncounterFixture> encounters) {
        List<Message<PayerEvent>> messages = encounters.stream()
                .map(Life::claimOf)
                .map(claim -> BatchCostTest.<PayerEvent>message(
                        new ClaimTransmitted(claim, Life.attempt(claim, 1), "000000001", FixedClock.NOW)))
                .toList();
        return statements(() -> payerEvents.apply(messages));
    }

    private long accept(List<EncounterFixture> encounters) {
        List<Message<PayerEvent>> messages = encounters.stream()
                .map(Life::claimOf)
                .map(claim -> BatchCostTest.<PayerEvent>message(
                        new ClaimAccepted(claim, Life.attempt(claim, 1), "ICN1", FixedClock.NOW)))
                .toList();
        return statements(() -> payerEvents.apply(messages));
    }

    private static <E extends Event> Message<E> message(E event) {
        return message("LAKESIDE", event);
    }

    static <E extends Event> Message<E> message(String facility, E event) {
        var id = UUID.randomUUID();
        return new Message<>(id, event.aggregateId(), 1, id, FixedClock.NOW, new FacilityId(facility), event);
    }

    private long statements(Runnable batch) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        QuarkusTransaction.requiringNew().run(batch);
        return statistics.getPrepareStatementCount() - before;
    }
}
