package io.openrcm.events.delivery.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * System properties: {@code relay.events} go through the kill test, {@code relay.rate} each second; {@code relay.seed} decides what happens
 * when; {@code relay.backlog} events are drained.
 */
class OutboxRelayIT {

    private static final int EVENTS = Integer.getInteger("relay.events", 20_000);
    private static final int BACKLOG = Integer.getInteger("relay.backlog", 100_000);
    private static final long SEED = Long.getLong("relay.seed", 1);
    private static final int EVENTS_PER_SECOND = Integer.getInteger("relay.rate", 1_000);
    private static final int EVENTS_AT_ONCE = 10;
    private static final int AGGREGATES = 2_000;
    private static final int WRITERS = 3;

    private RelayLab lab;
    private final List<Process> replicas = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(WRITERS);

    @BeforeEach
    void openLab() throws IOException, SQLException {
        lab = new RelayLab();
    }

    @AfterEach
    void closeLab() throws SQLException {
        replicas.forEach(Process::destroyForcibly);
        clockwork.shutdownNow();
        threads.shutdownNow();
        lab.close();
    }

    @Test
    void twoRelaysKilledAndStoppedAgainAndAgainLoseNothingAndMisorderNothing() throws Exception {
        replicas.add(lab.replica());
        replicas.add(lab.replica());
        await().atMost(Duration.ofSeconds(30)).until(() -> lab.count("relay_heartbeat") == 2);

        var told = new AtomicLong();
        var writers = new ArrayList<Future<?>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(write(told, new Random(SEED + writer)));
        }
        int faults = strikeUntilDone(writers, new Random(SEED));
        await().atMost(Duration.ofSeconds(60)).until(() -> lab.count("outbox") == 0);

        var delivered = Delivered.of(lab.topic());
        System.out.printf(
                "relay under fire: %d events, %d faults, %d lost, %d misordered, %d duplicates%n",
                told.get(), faults, told.get() - delivered.distinct(), delivered.misordered(), delivered.duplicates());
        assertThat(delivered.misordered()).isZero();
        assertThat(delivered.last()).isEqualTo(lab.told());
    }

    @Test
    void aBacklogIsDrained() throws Exception {
        for (int from = 0; from < BACKLOG; from += AGGREGATES) {
            lab.tellAll(Math.min(AGGREGATES, BACKLOG - from));
        }
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

    @Test
    void aRelaySurvivesARestartOfPostgresAndKafka() throws Exception {
        var data = Files.createTempDirectory("relay-restart");
        var options = new String[] {
            "--data", data.toString(), "--postgres-port", freePort(), "--kafka-port", freePort(), "--durable", "true"
        };
        var servers = ServersProcess.start(options);
        try (var lasting = new RelayLab(servers.addresses())) {
            var watcher = new RelayLab.Recorder();
            var relay = lasting.relay(watcher);
            var running = threads.submit(relay);
            lasting.tellAll(100);
            await().atMost(Duration.ofSeconds(30)).until(() -> lasting.count("outbox") == 0);

            servers.close();
            await().atMost(Duration.ofSeconds(30)).until(() -> watcher.trouble != null);
            servers = ServersProcess.start(options);
            lasting.tellAll(100);

            await().atMost(Duration.ofSeconds(30)).until(() -> lasting.count("outbox") == 0);
            assertThat(Delivered.of(lasting.topic()))
                    .returns(0L, Delivered::misordered)
                    .returns(200L, Delivered::distinct);
            relay.stop();
            running.get(20, TimeUnit.SECONDS);
        } finally {
            servers.close();
        }
    }

    @Test
    void aTopicWithOtherThanSixteenPartitionsIsNeverWritten() throws Exception {
        try (var admin = Admin.create(ServersProcess.kafkaClient())) {
            admin.createTopics(List.of(new NewTopic(lab.topic, 8, (short) 1)))
                    .all()
                    .get();
        }
        var watcher = new RelayLab.Recorder();
        var relay = lab.relay(watcher);
        threads.submit(relay);
        lab.tellAll(10);

        await().atMost(Duration.ofSeconds(20)).until(() -> watcher.trouble instanceof EventTopic.WrongPartitionCount);
        assertThat(lab.count("outbox")).isEqualTo(10);
        relay.stop();
    }

    /** Writes its part of the events, some in each transaction, at its part of the rate. */
    private Future<?> write(AtomicLong told, Random random) throws SQLException {
        var connection = lab.connect();
        var done = new CompletableFuture<Void>();
        long everyMicros = 1_000_000L * EVENTS_AT_ONCE * WRITERS / EVENTS_PER_SECOND;
        var ticks = clockwork.scheduleAtFixedRate(
                () -> {
                    try {
                        if (told.get() >= EVENTS) {
                            connection.close();
                            done.complete(null);
                            return;
                        }
                        var some = random.ints(EVENTS_AT_ONCE, 0, AGGREGATES)
                                .distinct()
                                .mapToObj(RelayLab::aggregate)
                                .toList();
                        lab.tell(connection, some);
                        told.addAndGet(some.size());
                    } catch (SQLException failed) {
                        done.completeExceptionally(failed);
                    }
                },
                0,
                everyMicros,
                TimeUnit.MICROSECONDS);
        return done.whenComplete((unused, failed) -> ticks.cancel(false));
    }

    /** Kills a relay and starts another, or lets one stand still, for a moment or for longer than its heartbeat may be old. */
    private int strikeUntilDone(List<Future<?>> writers, Random random) throws Exception {
        int faults = 0;
        while (!writers.stream().allMatch(Future::isDone)) {
            pass(Duration.ofMillis(200 + random.nextInt(2_500)));
            int victim = random.nextInt(replicas.size());
            switch (random.nextInt(4)) {
                case 0 -> standStill(replicas.get(victim), Duration.ofMillis(5_200 + random.nextInt(3_000)));
                case 1 -> standStill(replicas.get(victim), Duration.ofMillis(50 + random.nextInt(500)));
                default -> {
                    replicas.get(victim).destroyForcibly().waitFor();
                    replicas.set(victim, lab.replica());
                }
            }
            faults++;
        }
        for (var writer : writers) {
            writer.get();
        }
        return faults;
    }

    private static void standStill(Process relay, Duration duration) throws Exception {
        signal("-STOP", relay);
        pass(duration);
        signal("-CONT", relay);
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    private static void signal(String signal, Process relay) throws Exception {
        var kill = new ProcessBuilder("kill", signal, String.valueOf(relay.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
