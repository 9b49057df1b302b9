package io.openrcm.security.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Looks through everything that is in the test's database, as a dump of it would show it. */
public final class StoredText {

    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2""";

    private record Column(String table, String name, String type) {

        /** Bytes as they are; whatever else as its text, in upper and lower case. */
        String search() {
            var place = type.equals("bytea")
                    ? "position(convert_to(?, 'UTF8') in \"%s\")"
                    : "position(lower(?) in lower(\"%s\"::text))";
            return ("select exists (select from \"%s\" where " + place + " > 0)").formatted(table, name);
        }
    }

    private StoredText() {}

    /** Every column, as {@code table.column}, in which one of these texts stands anywhere. */
    public static List<String> columnsWith(String... canaries) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = TestDatabase.everything().getConnection()) {
            for (var column : columns(connection)) {
                for (var canary : canaries) {
                    if (holds(connection, column, canary)) {
                        found.add(column.table() + "." + column.name());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(COLUMNS);
                var rows = select.executeQuery()) {
            var columns = new ArrayList<Column>();
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            if (columns.isEmpty()) {
                throw new IllegalStateException("there is nothing to look through");
            }
            return columns;
        }
    }

    private static boolean holds(Connection connection, Column column, String canary) throws SQLException {
        try (var select = connection.prepareStatement(column.search())) {
            select.setString(1, canary);
            try (var answer = select.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
