package io.openrcm.events.delivery.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One relay and a real database. */
class OutboxRelayTest {

    private final FakeSink sink = new FakeSink();
    private final RelayLab.Recorder watcher = new RelayLab.Recorder();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private RelayLab lab;

    @BeforeEach
    void openLab() throws IOException, SQLException {
        lab = new RelayLab();
    }

    @AfterEach
    void closeLab() throws SQLException {
        relays.forEach(OutboxRelay::stop);
        threads.shutdown();
        assertThat(threads).satisfies(pool -> await().until(pool::isTerminated));
        lab.close();
    }

    @Test
    void whatWasCommittedIsSentInOrderAndThenForgotten() throws SQLException {
        start(sink);
        tell(500, 5);

        await().until(() -> lab.count("outbox") == 0);

        assertThat(sink.arrived).hasSize(2_500).isSortedAccordingTo(byIdWithinLane());
        assertThat(sink.arrived).allSatisfy(row -> assertThat(row.lane()).isEqualTo(Lane.of(row.aggregateId())));
    }

    @Test
    void aSendThatFailsHoldsBackItsLaneAndNothingOfThatLaneIsLost() throws SQLException {
        var culprit = RelayLab.aggregate(3);
        sink.fail(row -> row.aggregateId().equals(culprit));
        tell(200, 2);
        start(sink);

        await().until(() -> watcher.trouble != null);
        await().until(() -> lab.count("outbox where lane <> " + Lane.of(culprit)) == 0);
        assertThat(lab.count("outbox where aggregate_id = '" + culprit + "'")).isEqualTo(2);
        sink.fail(row -> false);

        await().until(() -> lab.count("outbox") == 0);
        assertThat(firstAppearances(culprit)).containsExactly(1L, 2L);
        assertThat(watcher.trouble).isNull();
    }

    @Test
    void aRelayThatWaitsForKafkaKeepsItsLanes() throws SQLException {
        sink.goAway();
        tell(10, 1);
        start(sink);
        var other = new FakeSink();
        await().until(() -> sink.arrived.size() == 10);
        start(other);

        await().during(Duration.ofSeconds(7)).atMost(Duration.ofSeconds(8)).until(() -> other.arrived.isEmpty());
        sink.comeBack();

        await().until(() -> lab.count("outbox") == 0);
        assertThat(sink.arrived).hasSize(10);
    }

    @Test
    void aRelayWhoseDatabaseSessionEndsBeginsAnother() throws SQLException {
        start(sink);
        tell(10, 1);
        await().until(() -> lab.count("outbox") == 0);

        lab.run("select pg_terminate_backend(backend_pid) from relay_heartbeat");
        tell(10, 1);

        await().until(() -> lab.count("outbox") == 0);
        assertThat(sink.arrived).hasSize(20);
    }

    @Test
    void relaysShareTheLanesAndTakeOverFromOneThatLeaves() throws SQLException {
        var other = new FakeSink();
        var third = new FakeSink();
        start(sink);
        var leaving = start(other);
        start(third);
        await().untilAsserted(() -> {
            sink.arrived.clear();
            other.arrived.clear();
            third.arrived.clear();
            tell(200, 1);
            await().until(() -> lab.count("outbox") == 0);
            assertThat(List.of(lanes(sink), lanes(other), lanes(third)))
                    .allSatisfy(lanes -> assertThat(lanes).isBetween(4L, 6L));
            assertThat(lanes(sink) + lanes(other) + lanes(third)).isEqualTo(Lane.COUNT);
        });

        leaving.stop();

        await().untilAsserted(() -> {
            sink.arrived.clear();
            third.arrived.clear();
            tell(200, 1);
            await().until(() -> lab.count("outbox") == 0);
            assertThat(lanes(sink)).isEqualTo(8);
            assertThat(lanes(third)).isEqualTo(8);
        });
    }

    @Test
    void whatWaitsIsMeasured() throws SQLException {
        sink.goAway();
        tell(100, 3);
        start(sink);

        await().until(() -> watcher.backlog != null && watcher.backlog.depth() == 300);
        await().until(() -> watcher.backlog.oldestAgeSeconds() > 1);
        sink.comeBack();

        await().until(() -> watcher.backlog.equals(Backlog.NONE));
    }

    @Test
    void aRoundTakesNoMoreThanFitsIntoMemory() throws SQLException {
        var big = "x".repeat(OutboxEntry.MAX_PAYLOAD_BYTES).getBytes(UTF_8);
        try (var connection = lab.connect()) {
            var entries = IntStream.range(0, 100)
                    .mapToObj(i -> new OutboxEntry(
                            lab.topic, lab.entry(RelayLab.aggregate(i), 1).headers(), big))
                    .toList();
            OutboxTable.insert(connection, entries);

            var lanes = IntStream.range(0, Lane.COUNT).boxed().toList();
            assertThat(OutboxTable.next(connection, lanes, 1_000)).hasSizeBetween(60, 65);
        }
    }

    @Test
    void wakingItSendsAtOnce() throws SQLException {
        var relay = start(sink);
        var slowest = new AtomicReference<>(Duration.ZERO);
        for (int i = 0; i < 20; i++) {
            int before = sink.arrived.size();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            tell(1, 1);
            relay.wake();
            long woken = System.nanoTime();
            await().pollInterval(Duration.ofMillis(1)).until(() -> sink.arrived.size() > before);
            var took = Duration.ofNanos(System.nanoTime() - woken);
            slowest.accumulateAndGet(took, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        System.out.printf("slowest of 20 wakes: %d ms%n", slowest.get().toMillis());
        assertThat(slowest.get()).isLessThan(Duration.ofMillis(500));
    }

    private OutboxRelay start(OutboxSink to) {
        var relay = lab.relayTo(() -> to, watcher);
        relays.add(relay);
        threads.execute(relay);
        return relay;
    }

    private void tell(int aggregates, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            lab.tellAll(aggregates);
        }
    }

    private List<Long> firstAppearances(UUID aggregate) {
        return sink.arrived.stream()
                .filter(row -> row.aggregateId().equals(aggregate))
                .map(row -> EventHeaders.read(new RecordHeaders(EventHeaders.fromLines(row.headers())))
                        .aggregateSeq())
                .distinct()
                .toList();
    }

    private static long lanes(FakeSink sink) {
        return sink.arrived.stream().map(OutboxRow::lane).distinct().count();
    }

    private static Comparator<OutboxRow> byIdWithinLane() {
        return (a, b) -> a.lane() == b.lane() ? Long.compare(a.id(), b.id()) : 0;
    }
}
