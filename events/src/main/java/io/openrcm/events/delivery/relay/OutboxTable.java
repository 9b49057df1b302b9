package io.openrcm.events.delivery.relay;

import io.openrcm.events.delivery.wire.Lane;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The only code that touches the table {@code outbox}. */
public final class OutboxTable {

    /** Bounds the memory of one round; octet_length reads no payload. */
    private static final int MAX_ROUND_BYTES = 16 * 1024 * 1024;

    private static final String INSERT = """
            insert into outbox(lane, aggregate_id, aggregate_seq, event_id, topic, type, headers, payload)
            select lane, aggregate_id, aggregate_seq, event_id, topic, type, headers, payload
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
              as e(lane, aggregate_id, aggregate_seq, event_id, topic, type, headers, payload, place)
            order by place""";

    private static final String NEXT = """
            select id, lane, aggregate_id, topic, headers, payload
            from (select *, sum(octet_length(payload)) over (order by id) as bytes
                  from outbox where lane = any (?) order by id limit ?) as head
            where bytes - octet_length(payload) < ?
            order by id""";

    private static final String DEPTH = "select count(*) from (select from outbox limit ?) as counted";

    private static final String OLDEST = """
            select extract(epoch from clock_timestamp() - created_at)::float8 from outbox order by id limit 1""";

    private OutboxTable() {}

    /**
     * Adds events in the order given. The caller's transaction has already changed, and so locked, the row of each event's aggregate: then
     * no two transactions can commit events of one aggregate out of the order of their ids.
     */
    public static void insert(Connection connection, List<OutboxEntry> entries) throws SQLException {
        int n = entries.size();
        var lanes = new Short[n];
        var subjects = new UUID[n];
        var seqs = new Long[n];
        var ids = new UUID[n];
        var topics = new String[n];
        var types = new String[n];
        var headers = new byte[n][];
        var payloads = new byte[n][];
        for (int i = 0; i < n; i++) {
            var entry = entries.get(i);
            lanes[i] = (short) Lane.of(entry.headers().subject());
            subjects[i] = entry.headers().subject();
            seqs[i] = entry.headers().aggregateSeq();
            ids[i] = entry.headers().id();
            topics[i] = entry.topic();
            types[i] = entry.headers().type();
            headers[i] = entry.headers().toLines();
            payloads[i] = entry.payload();
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("int2", lanes));
            insert.setArray(2, connection.createArrayOf("uuid", subjects));
            insert.setArray(3, connection.createArrayOf("int8", seqs));
            insert.setArray(4, connection.createArrayOf("uuid", ids));
            insert.setArray(5, connection.createArrayOf("text", topics));
            insert.setArray(6, connection.createArrayOf("text", types));
            insert.setArray(7, connection.createArrayOf("bytea", headers));
            insert.setArray(8, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        }
    }

    /** The first rows of these lanes, in order of id. */
    static List<OutboxRow> next(Connection connection, Collection<Integer> lanes, int limit) throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setArray(1, connection.createArrayOf("int2", lanes.toArray()));
            select.setInt(2, limit);
            select.setInt(3, MAX_ROUND_BYTES);
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (found.next()) {
                    rows.add(new OutboxRow(
                            found.getLong(1),
                            found.getInt(2),
                            found.getObject(3, UUID.class),
                            found.getString(4),
                            found.getBytes(5),
                            found.getBytes(6)));
                }
                return rows;
            }
        }
    }

    static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (var delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            delete.executeUpdate();
        }
    }

    static Backlog backlog(Connection connection) throws SQLException {
        try (var depth = connection.prepareStatement(DEPTH);
                var oldest = connection.prepareStatement(OLDEST)) {
            depth.setInt(1, Backlog.COUNTED_AT_MOST);
            try (var counted = depth.executeQuery();
                    var aged = oldest.executeQuery()) {
                counted.next();
                return new Backlog(counted.getLong(1), aged.next() ? Math.max(0, aged.getDouble(1)) : 0);
            }
        }
    }
}
