package io.openrcm.events.delivery.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages set aside. */
public final class ParkedTable {

    /** Why a message waits. */
    public static final String EARLIER_MISSING = "EARLIER_MISSING";

    private static final String INSERT = """
            insert into parked_message(topic, kafka_partition, kafka_offset, kafka_key, event_id, aggregate_id,
              aggregate_seq, type, headers, payload, state, code, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (topic, event_id) do nothing""";

    private static final String DUE = """
            select id, kafka_partition, kafka_offset, kafka_key, event_id, headers, payload
            from parked_message where topic = ? and state = 'WAITING' and aggregate_id in (
              select w.aggregate_id from parked_message w
              left join inbox_position p on p.topic = w.topic and p.aggregate_id = w.aggregate_id
              where w.topic = ? and w.state = 'WAITING' and w.aggregate_seq <= coalesce(p.last_seq, 0) + 1)
            order by aggregate_id, aggregate_seq limit ?""";

    private static final String LOCK = """
            select id from parked_message where id = any (?) and state = 'WAITING' order by id for update""";

    private static final String FORGET_WAITED =
            "delete from parked_message where id = any (?) and state = 'WAITING' and attempts = 0";

    private static final String RETRIED = """
            update parked_message set state = 'RETRIED', changed_at = clock_timestamp()
            where id = any (?) and state = 'WAITING'""";

    private static final String PARK_AGAIN = """
            update parked_message set state = 'PARKED', code = ?, attempts = attempts + 1, changed_at = clock_timestamp()
            where id = ? and state = 'WAITING'""";

    private static final String MOVE = """
            update parked_message set state = ?, changed_at = clock_timestamp()
            where id = ? and state = 'PARKED' and aggregate_id is not null""";

    private static final String LIST = """
            select id, topic, kafka_partition, kafka_offset, event_id, aggregate_id, aggregate_seq, type, state, code,
              attempts, parked_at
            from parked_message where %s""";

    private ParkedTable() {}

    /** Sets a message aside; one that is there already stays as it is. */
    public static void insert(
            Connection connection, String topic, Received message, ParkedMessage.State state, String code)
            throws SQLException {
        var headers = message.headers();
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, topic);
            insert.setInt(2, message.place().partition());
            insert.setLong(3, message.place().offset());
            insert.setString(4, message.place().key());
            insert.setObject(5, message.eventId());
            insert.setObject(6, headers == null ? null : headers.subject(), Types.OTHER);
            insert.setObject(7, headers == null ? null : headers.aggregateSeq(), Types.BIGINT);
            insert.setString(8, headers == null ? null : headers.type());
            insert.setBytes(9, message.headerLines());
            insert.setBytes(10, message.payload());
            insert.setString(11, state.name());
            insert.setString(12, code);
            insert.setInt(13, state == ParkedMessage.State.PARKED ? 1 : 0);
            insert.executeUpdate();
        }
    }

    /** Waiting messages of aggregates whose turn has come, in order of aggregate and event. */
    public static List<Received> due(Connection connection, String topic, int limit) throws SQLException {
        try (var select = connection.prepareStatement(DUE)) {
            select.setString(1, topic);
            select.setString(2, topic);
            select.setInt(3, limit);
            try (var rows = select.executeQuery()) {
                var due = new ArrayList<Received>();
                while (rows.next()) {
                    var place = new Received.Place(rows.getInt(2), rows.getLong(3), rows.getString(4));
                    due.add(Received.parked(
                            rows.getLong(1), place, rows.getObject(5, UUID.class), rows.getBytes(6), rows.getBytes(7)));
                }
                return due;
            }
        }
    }

    /** Which of these still wait; they are locked. */
    public static Set<Long> lockWaiting(Connection connection, Collection<Long> ids) throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            try (var rows = select.executeQuery()) {
                var waiting = new HashSet<Long>();
                while (rows.next()) {
                    waiting.add(rows.getLong(1));
                }
                return waiting;
            }
        }
    }

    /** These have been applied: one that only waited is forgotten, one that had been parked is kept as retried. */
    public static void applied(Connection connection, Collection<Long> ids) throws SQLException {
        for (String change : List.of(FORGET_WAITED, RETRIED)) {
            try (var statement = connection.prepareStatement(change)) {
                statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
                statement.executeUpdate();
            }
        }
    }

    /** A waiting message could not be applied in its turn. */
    public static void parkAgain(Connection connection, long id, String code) throws SQLException {
        try (var update = connection.prepareStatement(PARK_AGAIN)) {
            update.setString(1, code);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /** Moves a parked message on; false if there is none of that id, or it is not parked, or its headers cannot be read. */
    public static boolean move(Connection connection, long id, ParkedMessage.State to) throws SQLException {
        try (var update = connection.prepareStatement(MOVE)) {
            update.setString(1, to.name());
            update.setLong(2, id);
            return update.executeUpdate() == 1;
        }
    }

    /** One page of the messages in a state, by id. */
    public static List<ParkedMessage> list(Connection connection, ParkedMessage.State state, long after, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(LIST.formatted("state = ? and id > ? order by id limit ?"))) {
            select.setString(1, state.name());
            select.setLong(2, after);
            select.setInt(3, limit);
            return read(select);
        }
    }

    public static Optional<ParkedMessage> find(Connection connection, long id) throws SQLException {
        try (var select = connection.prepareStatement(LIST.formatted("id = ?"))) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    public static long count(Connection connection, ParkedMessage.State state) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from parked_message where state = ?")) {
            select.setString(1, state.name());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<ParkedMessage> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var messages = new ArrayList<ParkedMessage>();
            while (rows.next()) {
                messages.add(new ParkedMessage(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getObject(5, UUID.class),
                        rows.getObject(6, UUID.class),
                        number(rows, 7),
                        rows.getString(8),
                        ParkedMessage.State.valueOf(rows.getString(9)),
                        rows.getString(10),
                        rows.getInt(11),
                        rows.getObject(12, OffsetDateTime.class).toInstant()));
            }
            return messages;
        }
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }
}
