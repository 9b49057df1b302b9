package io.openrcm.events.delivery.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which messages have been dealt with, and how far each aggregate has been applied. */
public final class InboxTable {

    private static final String INSERT = """
            insert into inbox(topic, event_id) select ?, unnest(?) on conflict do nothing returning event_id""";

    private static final String LOCK = """
            select aggregate_id, last_seq from inbox_position where topic = ? and aggregate_id = any (?)
            order by aggregate_id for update""";

    private static final String ADVANCE = """
            insert into inbox_position(topic, aggregate_id, last_seq)
            select ?, aggregate_id, last_seq from unnest(?, ?) as p(aggregate_id, last_seq)
            on conflict (topic, aggregate_id) do update set last_seq = excluded.last_seq
            where inbox_position.last_seq < excluded.last_seq""";

    private InboxTable() {}

    /** Enters these events; returns the ones that had not been entered before. */
    public static Set<UUID> enter(Connection connection, String topic, Collection<UUID> eventIds) throws SQLException {
        // In one order everywhere, so that two transactions with the same events wait for each other instead of both
        // being stuck.
        var ordered = new TreeSet<>(eventIds);
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, topic);
            insert.setArray(2, connection.createArrayOf("uuid", ordered.toArray()));
            try (var rows = insert.executeQuery()) {
                var entered = new HashSet<UUID>();
                while (rows.next()) {
                    entered.add(rows.getObject(1, UUID.class));
                }
                return entered;
            }
        }
    }

    /** The number of the last event applied of each of these aggregates, locked; an aggregate without any is not in the answer. */
    public static Map<UUID, Long> positions(Connection connection, String topic, Set<UUID> aggregateIds)
            throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("uuid", aggregateIds.toArray()));
            try (var rows = select.executeQuery()) {
                var positions = new HashMap<UUID, Long>();
                while (rows.next()) {
                    positions.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
                return positions;
            }
        }
    }

    /** Moves aggregates on, never back. */
    public static void advance(Connection connection, String topic, Map<UUID, Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        var aggregateIds = new TreeSet<>(positions.keySet());
        var seqs = aggregateIds.stream().map(positions::get).toArray();
        try (var upsert = connection.prepareStatement(ADVANCE)) {
            upsert.setString(1, topic);
            upsert.setArray(2, connection.createArrayOf("uuid", aggregateIds.toArray()));
            upsert.setArray(3, connection.createArrayOf("int8", seqs));
            upsert.executeUpdate();
        }
    }
}
