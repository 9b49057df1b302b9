package io.openrcm.events.delivery.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is in the outbox, each lane in order of id, and deletes what has arrived. Any number of relays may run; each sends the lanes it
 * owns. A relay may repeat what was sent before and never skips, so the first appearance of every event is in order, whatever stops,
 * breaks or stands still.
 */
public final class OutboxRelay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int ROUND = 1_000;

    /** Between rounds that are not full, so that under load an event waits a moment for others and is not sent alone. */
    private static final long GATHERING_MS = 50;

    private static final long SHORTEST_PAUSE_MS = 10;
    private static final long LONGEST_PAUSE_MS = 100;
    private static final long SHORTEST_BACKOFF_MS = 100;
    private static final long LONGEST_BACKOFF_MS = 5_000;
    private static final long BEAT_MS = 500;
    private static final long MEASURE_MS = 2_000;

    /** Where the outbox is read. */
    @FunctionalInterface
    public interface Sessions {
        Connection open() throws SQLException;
    }

    /** Where its events go; asked again after a failure. */
    @FunctionalInterface
    public interface Sinks {
        OutboxSink open() throws InterruptedException;
    }

    /** Who wants to know what the relay does; called by the relay's thread. */
    public interface Watcher {
        void sent(int events);

        void waiting(Backlog backlog);

        /** Why nothing is sent at the moment, or null when all is well. */
        void trouble(@Nullable Exception because);
    }

    private final Sessions sessions;
    private final Sinks sinks;
    private final Watcher watcher;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final Due beatDue = new Due(BEAT_MS);
    private final Due measureDue = new Due(MEASURE_MS);
    private long backoffMs = SHORTEST_BACKOFF_MS;
    private volatile boolean stopping;

    public OutboxRelay(Sessions sessions, Sinks sinks, Watcher watcher) {
        this.sessions = sessions;
        this.sinks = sinks;
        this.watcher = watcher;
    }

    /** From PostgreSQL to Kafka; makes the topic where it is missing. */
    public static OutboxRelay between(
            RelayConnections database, Map<String, Object> kafka, String topic, Watcher watcher) {
        return new OutboxRelay(
                database::open,
                () -> {
                    EventTopic.ensure(kafka, topic);
                    return new KafkaSink(kafka);
                },
                watcher);
    }

    /** Says that something was committed to the outbox. */
    public void wake() {
        var _ = bell.offer(true);
    }

    /** Makes {@link #run} return soon, and the lanes free. */
    public void stop() {
        stopping = true;
        wake();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                try (var sink = sinks.open();
                        var session = sessions.open()) {
                    serve(session, sink);
                } catch (SQLException | RuntimeException broken) {
                    backOff(broken);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Connection session, OutboxSink sink) throws SQLException, InterruptedException {
        var ownership = new LaneOwnership(session, UUID.randomUUID());
        beatDue.now();
        long pauseMs = SHORTEST_PAUSE_MS;
        while (!stopping) {
            if (beat(session, ownership)) {
                ownership.rebalance();
            }
            long beganAtNanos = System.nanoTime();
            var rows = OutboxTable.next(session, ownership.lanes(), ROUND);
            if (rows.isEmpty()) {
                boolean rung = bell.poll(pauseMs, TimeUnit.MILLISECONDS) != null;
                pauseMs = rung ? SHORTEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
            } else {
                forward(session, sink, ownership, rows);
                pauseMs = SHORTEST_PAUSE_MS;
                if (rows.size() < ROUND && !stopping) {
                    gather(beganAtNanos);
                }
            }
            backoffMs = SHORTEST_BACKOFF_MS;
            watcher.trouble(null);
        }
        ownership.leave();
    }

    private static void gather(long beganAtNanos) throws InterruptedException {
        long sinceNanos = System.nanoTime() - beganAtNanos;
        TimeUnit.NANOSECONDS.sleep(TimeUnit.MILLISECONDS.toNanos(GATHERING_MS) - sinceNanos);
    }

    private void forward(Connection session, OutboxSink sink, LaneOwnership ownership, List<OutboxRow> rows)
            throws SQLException, InterruptedException {
        var sent = sink.send(rows);
        var arrived = new ArrayList<Long>(sent.size());
        var brokenLanes = new BitSet();
        Throwable failure = null;
        for (int i = 0; i < sent.size(); i++) {
            var row = rows.get(i);
            try {
                await(sent.get(i), session, ownership);
                if (!brokenLanes.get(row.lane())) {
                    arrived.add(row.id());
                }
            } catch (ExecutionException failed) {
                brokenLanes.set(row.lane());
                failure = failed.getCause();
            }
        }
        OutboxTable.delete(session, arrived);
        watcher.sent(arrived.size());
        if (failure != null) {
            throw new KafkaException("an event did not arrive", failure);
        }
    }

    /** However long Kafka is away, the lanes stay ours and the others see us move. */
    private void await(Future<?> arrival, Connection session, LaneOwnership ownership)
            throws SQLException, InterruptedException, ExecutionException {
        while (true) {
            try {
                arrival.get(BEAT_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException late) {
                if (stopping) {
                    throw new KafkaException("stopped before all had arrived", late);
                }
                var _ = beat(session, ownership);
            }
        }
    }

    private boolean beat(Connection session, LaneOwnership ownership) throws SQLException {
        if (measureDue.isDue()) {
            watcher.waiting(OutboxTable.backlog(session));
        }
        if (!beatDue.isDue()) {
            return false;
        }
        ownership.beat();
        return true;
    }

    private void backOff(Exception broken) throws InterruptedException {
        watcher.trouble(broken);
        if (stopping) {
            return;
        }
        LOG.warnf("nothing is sent for %d ms: %s", backoffMs, reason(broken));
        TimeUnit.MILLISECONDS.sleep(backoffMs);
        backoffMs = Math.min(LONGEST_BACKOFF_MS, backoffMs * 2);
    }

    private static String reason(Throwable broken) {
        var cause = broken.getCause();
        return cause == null ? broken.toString() : broken + ", caused by " + cause;
    }

    /** Something to do every so often. */
    private static final class Due {

        private final long everyNanos;
        private long nextNanos = System.nanoTime();

        Due(long everyMs) {
            everyNanos = TimeUnit.MILLISECONDS.toNanos(everyMs);
        }

        void now() {
            nextNanos = System.nanoTime();
        }

        boolean isDue() {
            long nanos = System.nanoTime();
            if (nanos - nextNanos < 0) {
                return false;
            }
            nextNanos = nanos + everyNanos;
            return true;
        }
    }
}
