package io.openrcm.security.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code audit_record}. */
final class AuditTable {

    private static final String INSERT = """
            insert into audit_record(actor_kind, actor_id, actor_name, roles, facilities, purpose, emergency, action, what,
              object_ids, matched, asked_for, outcome, problem, source, correlation_id, request_id)
            select unnest(?), unnest(?), unnest(?), unnest(?)::text[], unnest(?)::text[], unnest(?), unnest(?), unnest(?), unnest(?),
              unnest(?)::text[], unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)""";

    static final String COLUMNS = """
            id, at, actor_kind, actor_id, actor_name, roles, emergency, action, what, object_ids, facilities, purpose,
            outcome, problem, matched, asked_for, source, correlation_id, request_id""";

    private AuditTable() {}

    static void insert(Connection connection, List<CollectedEntries.Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            var columns = new Object() {
                private int column = 1;

                void add(String type, Function<CollectedEntries.Row, @Nullable Object> value) throws SQLException {
                    var values = new Object[rows.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = value.apply(rows.get(i));
                    }
                    insert.setArray(column++, connection.createArrayOf(type, values));
                }
            };
            columns.add("text", row -> row.actor().kind().name());
            columns.add("text", row -> row.actor().id());
            columns.add("text", row -> row.actor().name());
            columns.add("text", row -> literal(row.actor().roles()));
            columns.add("text", row -> literal(row.entry().facilities()));
            columns.add("text", row -> row.entry().purpose().name());
            columns.add("uuid", row -> row.actor().emergency());
            columns.add("text", row -> row.entry().action().name());
            columns.add("text", row -> row.entry().what());
            columns.add("text", row -> literal(row.entry().objectIds()));
            columns.add("int4", row -> row.entry().result().matched());
            columns.add("text", row -> row.entry().result().askedFor());
            columns.add("text", row -> row.entry().result().outcome().name());
            columns.add("text", row -> row.entry().result().problem());
            columns.add("text", row -> row.entry().origin().source());
            columns.add("uuid", row -> row.entry().origin().correlationId());
            columns.add("uuid", row -> row.entry().origin().requestId());
            insert.executeUpdate();
        }
    }

    /** An array as PostgreSQL writes it: unnest would flatten an array of arrays. */
    private static String literal(Collection<String> texts) {
        var literal = new StringBuilder("{");
        for (var text : texts) {
            literal.append(literal.length() == 1 ? "\"" : ",\"")
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return literal.append('}').toString();
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
