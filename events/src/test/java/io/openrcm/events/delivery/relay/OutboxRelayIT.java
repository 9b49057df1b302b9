package io.openrcm.events.delivery.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** System properties: {@code relay.events} how many events go through the kill test, {@code relay.seed} what happens when. */
class OutboxRelayIT {

    private static final int EVENTS = Integer.getInteger("relay.events", 20_000);
    private static final int BACKLOG = Integer.getInteger("relay.backlog", 100_000);
    private static final long SEED = Long.getLong("relay.seed", 1);
    private static final int AGGREGATES = 2_000;
    private static final int WRITERS = 3;

    private RelayLab lab;
    private final List<Process> replicas = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void openLab() throws IOException, SQLException {
        lab = new RelayLab();
    }

    @AfterEach
    void closeLab() throws SQLException {
        replicas.forEach(Process::destroyForcibly);
        threads.shutdownNow();
        lab.close();
    }

    @Test
    void twoRelaysKilledAndStoppedAgainAndAgainLoseNothingAndMisorderNothing() throws Exception {
        replicas.add(lab.replica());
        replicas.add(lab.replica());
        var told = new AtomicLong();
        var writers = new ArrayList<Future<Void>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new Random(SEED + writer);
            writers.add(threads.submit(writer(told, random)));
        }

        int faults = strike(writers);
        for (var writer : writers) {
            writer.get();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> lab.count("outbox") == 0);

        var delivered = Delivered.of(lab.topic());
        System.out.printf(
                "relay under fire: %d events, %d faults, %d lost, %d misordered, %d duplicates%n",
                told.get(), faults, told.get() - delivered.distinct(), delivered.misordered(), delivered.duplicates());
        assertThat(delivered.misordered()).isZero();
        assertThat(delivered.distinct()).isEqualTo(told.get());
        assertThat(delivered.last())
                .allSatisfy((aggregate, seq) -> assertThat(seq).isPositive());
        assertThat(lab.count("told")).isEqualTo(delivered.last().size());
    }

    @Test
    void aBacklogIsDrained() throws Exception {
        fill(BACKLOG);
        var watcher = new RelayLab.Recorder();
        var relay = lab.relay(watcher);
        long cpuBefore = cpuNanos();
        long began = System.nanoTime();
        var running = threads.submit(relay);

        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(120))
                .until(() -> watcher.sent >= BACKLOG);

        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "relay drained %d events in %.2f s, start and topic included: %.0f events/s, %.1f µs CPU of this process each%n",
                BACKLOG, seconds, BACKLOG / seconds, (cpuNanos() - cpuBefore) / 1e3 / BACKLOG);
        relay.stop();
        running.get(20, TimeUnit.SECONDS);
        assertThat(Delivered.of(lab.topic()))
                .returns(0L, Delivered::misordered)
                .returns((long) BACKLOG, Delivered::distinct);
    }

    private Callable<Void> writer(AtomicLong told, Random random) {
        return () -> {
            try (var connection = lab.connect()) {
                while (told.get() < EVENTS) {
                    var some = random.ints(1 + random.nextInt(20), 0, AGGREGATES)
                            .distinct()
                            .mapToObj(RelayLab::aggregate)
                            .toList();
                    lab.tell(connection, some);
                    told.addAndGet(some.size());
                }
            }
            return null;
        };
    }

    /** Until the writers are done: kills a relay and starts another, or makes one stand still for longer than its heartbeat may be old. */
    private int strike(List<Future<Void>> writers) throws Exception {
        var random = new Random(SEED);
        int faults = 0;
        while (!writers.stream().allMatch(Future::isDone) || faults < 6) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1_500));
            int victim = random.nextInt(replicas.size());
            if (random.nextInt(3) == 0) {
                standStill(replicas.get(victim), Duration.ofMillis(5_500 + random.nextInt(2_000)));
            } else {
                replicas.get(victim).destroyForcibly().waitFor();
                replicas.set(victim, lab.replica());
            }
            faults++;
        }
        return faults;
    }

    private static void standStill(Process relay, Duration duration) throws Exception {
        signal("-STOP", relay);
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        signal("-CONT", relay);
    }

    private static void signal(String signal, Process relay) throws Exception {
        var kill = new ProcessBuilder("kill", signal, String.valueOf(relay.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private void fill(int events) throws SQLException {
        try (var connection = lab.connect()) {
            for (int from = 0; from < events; from += AGGREGATES) {
                List<UUID> all = IntStream.range(0, Math.min(AGGREGATES, events - from))
                        .mapToObj(RelayLab::aggregate)
                        .toList();
                lab.tell(connection, all);
            }
        }
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
