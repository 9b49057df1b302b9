package io.openrcm.events.delivery.relay;

import io.openrcm.events.delivery.wire.Lane;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Which lanes this relay may send. A lane is an advisory lock of one database session, so a process that dies frees its lanes at once. One
 * that stands still keeps its session: its heartbeat grows old, and the others end that session.
 */
final class LaneOwnership {

    static final double STALE_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(LaneOwnership.class);

    /** Sets our advisory locks apart from any others in the database: "ORCM". */
    private static final int LOCK_SPACE = 0x4F52434D;

    private static final String BEAT = """
            insert into relay_heartbeat(relay_id, backend_pid, backend_start, beat_at)
            select ?, pid, backend_start, clock_timestamp() from pg_stat_activity where pid = pg_backend_pid()
            on conflict (relay_id) do update set backend_pid = excluded.backend_pid,
              backend_start = excluded.backend_start, beat_at = excluded.beat_at""";

    /** A pid may be used again, so a session is known by pid and start. */
    private static final String ALIVE = """
            select count(*) from relay_heartbeat h
            join pg_stat_activity s on s.pid = h.backend_pid and s.backend_start = h.backend_start
            where h.beat_at > clock_timestamp() - make_interval(secs => ?)""";

    private static final String END_STALE = """
            select h.relay_id, pg_terminate_backend(s.pid) from relay_heartbeat h
            join pg_stat_activity s on s.pid = h.backend_pid and s.backend_start = h.backend_start
            where h.beat_at <= clock_timestamp() - make_interval(secs => ?) and h.relay_id <> ?""";

    private static final String FORGET_DEAD = """
            delete from relay_heartbeat h where beat_at < clock_timestamp() - interval '1 minute' and not exists (
              select from pg_stat_activity s where s.pid = h.backend_pid and s.backend_start = h.backend_start)""";

    private final Connection connection;
    private final UUID relayId;
    private final NavigableSet<Integer> lanes = new TreeSet<>();

    // The id is new for every session.
    LaneOwnership(Connection connection, UUID relayId) {
        this.connection = connection;
        this.relayId = relayId;
    }

    NavigableSet<Integer> lanes() {
        return Collections.unmodifiableNavigableSet(lanes);
    }

    /** Shows the others that this relay moves. */
    void beat() throws SQLException {
        try (var beat = connection.prepareStatement(BEAT)) {
            beat.setObject(1, relayId);
            beat.executeUpdate();
        }
    }

    /** Takes what is this relay's fair share and gives up what is more. Nothing may be on its way from any lane. */
    void rebalance() throws SQLException {
        endStale();
        int share = Math.ceilDiv(Lane.COUNT, Math.max(1, alive()));
        int before = lanes.size();
        while (lanes.size() > share) {
            release(lanes.getLast());
        }
        for (int lane = 0; lane < Lane.COUNT && lanes.size() < share; lane++) {
            if (!lanes.contains(lane) && locks("select pg_try_advisory_lock(?, ?)", lane)) {
                lanes.add(lane);
            }
        }
        if (lanes.size() != before) {
            LOG.infof("relay %s sends lanes %s", relayId, lanes);
        }
    }

    /** Leaves in good order; a session that only breaks off is noticed as well. */
    void leave() throws SQLException {
        while (!lanes.isEmpty()) {
            release(lanes.getLast());
        }
        try (var delete = connection.prepareStatement("delete from relay_heartbeat where relay_id = ?")) {
            delete.setObject(1, relayId);
            delete.executeUpdate();
        }
    }

    private void release(int lane) throws SQLException {
        if (!locks("select pg_advisory_unlock(?, ?)", lane)) {
            throw new SQLException("lane " + lane + " was not ours to release", "55000");
        }
        lanes.remove(lane);
    }

    private boolean locks(String call, int lane) throws SQLException {
        try (var lock = connection.prepareStatement(call)) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, lane);
            try (var answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private int alive() throws SQLException {
        try (var count = connection.prepareStatement(ALIVE)) {
            count.setDouble(1, STALE_SECONDS);
            try (var answer = count.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    private void endStale() throws SQLException {
        try (var end = connection.prepareStatement(END_STALE);
                var forget = connection.prepareStatement(FORGET_DEAD)) {
            end.setDouble(1, STALE_SECONDS);
            end.setObject(2, relayId);
            try (var ended = end.executeQuery()) {
                while (ended.next()) {
                    LOG.warnf("relay %s stands still; its session was ended", ended.getObject(1));
                }
            }
            forget.executeUpdate();
        }
    }
}
