package io.openrcm.claims.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows that go into a table with one statement, as one array per column. A batch of five hundred claims costs a round trip
 * per table, and a check per statement sees all of it.
 */
public final class Rows {

    private final List<String> types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Rows(List<String> types) {
        this.types = types;
    }

    /** Columns by PostgreSQL type, for instance {@code uuid, text, int8}. */
    public static Rows of(String... types) {
        return new Rows(List.of(types));
    }

    public void add(@Nullable Object... values) {
        if (values.length != types.size()) {
            throw new IllegalArgumentException("a row has " + types.size() + " columns, not " + values.length);
        }
        rows.add(values);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Runs a statement whose parameters are these columns in order, {@code insert into t select * from unnest(?, ?, ?)}; does
     * nothing when there are no rows.
     */
    public void run(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < types.size(); column++) {
                statement.setArray(column + 1, column(connection, column));
            }
            statement.executeUpdate();
        }
    }

    private Array column(Connection connection, int column) throws SQLException {
        var values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[column];
        }
        return connection.createArrayOf(types.get(column), values);
    }

    /** Sets a parameter that is compared with {@code = any(?)}. */
    public static void setUuids(PreparedStatement statement, int parameter, Iterable<UUID> ids) throws SQLException {
        var list = new ArrayList<UUID>();
        ids.forEach(list::add);
        statement.setArray(parameter, statement.getConnection().createArrayOf("uuid", list.toArray()));
    }
}
