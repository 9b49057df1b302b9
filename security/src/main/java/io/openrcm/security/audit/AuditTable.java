package io.openrcm.security.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of the table {@code audit_record}. */
final class AuditTable {

    private static final String INSERT = """
            insert into audit_record(actor_kind, actor_id, actor_name, roles, facilities, purpose, emergency, action, what,
              object_ids, matched, asked_for, outcome, problem, source, correlation_id, request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String COLUMNS = """
            id, at, actor_kind, actor_id, actor_name, roles, emergency, action, what, object_ids, facilities, purpose,
            outcome, problem, matched, asked_for, source, correlation_id, request_id""";

    private AuditTable() {}

    /** At one stroke: the driver makes one statement of up to 128 rows. */
    static void insert(Connection connection, List<CollectedEntries.Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                set(insert, connection, row.actor(), row.entry());
                insert.addBatch();
            }
            var _ = insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, Connection connection, Actor actor, AuditEntry entry)
            throws SQLException {
        insert.setString(1, actor.kind().name());
        insert.setString(2, actor.id());
        insert.setString(3, actor.name());
        insert.setArray(4, texts(connection, actor.roles()));
        insert.setArray(5, texts(connection, entry.facilities()));
        insert.setString(6, entry.purpose().name());
        insert.setObject(7, actor.emergency(), Types.OTHER);
        insert.setString(8, entry.action().name());
        insert.setString(9, entry.what());
        insert.setArray(10, texts(connection, entry.objectIds()));
        insert.setObject(11, entry.result().matched(), Types.INTEGER);
        insert.setString(12, entry.result().askedFor());
        insert.setString(13, entry.result().outcome().name());
        insert.setString(14, entry.result().problem());
        insert.setString(15, entry.origin().source());
        insert.setObject(16, entry.origin().correlationId(), Types.OTHER);
        insert.setObject(17, entry.origin().requestId(), Types.OTHER);
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static List<AuditRow> rows(ResultSet found) throws SQLException {
        var rows = new ArrayList<AuditRow>();
        while (found.next()) {
            rows.add(new AuditRow(
                    found.getLong(1),
                    found.getObject(2, OffsetDateTime.class).toInstant(),
                    actor(found),
                    entry(found)));
        }
        return rows;
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                texts(row, 6),
                row.getObject(7, UUID.class));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        int matched = row.getInt(15);
        boolean isCounted = !row.wasNull();
        return new AuditEntry(
                AuditAction.valueOf(row.getString(8)),
                row.getString(9),
                texts(row, 10),
                texts(row, 11),
                PurposeOfUse.valueOf(row.getString(12)),
                new AuditEntry.Result(
                        AuditOutcome.valueOf(row.getString(13)),
                        row.getString(14),
                        isCounted ? matched : null,
                        row.getString(16)),
                new AuditEntry.Origin(row.getString(17), row.getObject(18, UUID.class), row.getObject(19, UUID.class)));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
