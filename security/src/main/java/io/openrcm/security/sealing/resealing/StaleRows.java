package io.openrcm.security.sealing.resealing;

import static java.util.stream.Collectors.joining;

import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.FieldSealer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table that are not under the given keys, and writes them anew; one statement each. */
final class StaleRows {

    private final SealedTable table;
    private final Staleness staleness;

    StaleRows(SealedTable table, Staleness staleness) {
        this.table = table;
        this.staleness = staleness;
    }

    /** The next ones in the order of their keys. */
    List<StaleRow> after(Connection connection, @Nullable List<String> last) throws SQLException {
        try (var select = connection.prepareStatement(selection(last != null))) {
            int at = 1;
            if (last != null) {
                for (String part : last) {
                    select.setString(at++, part);
                }
            }
            for (var _ : table.sealed()) {
                select.setBytes(at++, staleness.beginningOfSeals());
            }
            for (var _ : table.indexes()) {
                select.setBytes(at++, staleness.beginningOfIndexes());
            }
            select.setInt(at, table.rowsAtOnce());
            return rows(select);
        }
    }

    private String selection(boolean further) {
        var keys = table.key().stream().map(SealedTable.KeyColumn::name).toList();
        var stale = Stream.concat(
                table.sealed().stream().map(this::isStaleSeal),
                table.indexes().stream().map(this::isStaleIndex));
        var beyond = "(" + String.join(", ", keys) + ") > ("
                + table.key().stream()
                        .map(key -> "cast(? as " + key.type() + ")")
                        .collect(joining(", "))
                + ") and ";
        return "select " + keys.stream().map(key -> key + "::text, ").collect(joining())
                + String.join(", ", table.sealed()) + " from " + table.name() + " where " + (further ? beyond : "")
                + "(" + stale.collect(joining(" or ")) + ") order by " + String.join(", ", keys) + " limit ?";
    }

    /** Never true of null. */
    private static String differs(String column, byte[] beginning) {
        return "substring(" + column + " from 1 for " + beginning.length + ") <> ?";
    }

    private String isStaleSeal(String column) {
        return "length(" + column + ") < " + FieldSealer.SHORTEST_BYTES + " or "
                + differs(column, staleness.beginningOfSeals());
    }

    private String isStaleIndex(String column) {
        return "length(" + column + ") <> " + BlindIndex.INDEX_BYTES + " or "
                + differs(column, staleness.beginningOfIndexes());
    }

    private List<StaleRow> rows(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var rows = new ArrayList<StaleRow>();
            while (found.next()) {
                rows.add(row(found));
            }
            return rows;
        }
    }

    private StaleRow row(ResultSet found) throws SQLException {
        int at = 1;
        var key = new ArrayList<String>();
        for (var _ : table.key()) {
            key.add(found.getString(at++));
        }
        var sealed = new ArrayList<byte @Nullable []>();
        for (var _ : table.sealed()) {
            sealed.add(found.getBytes(at++));
        }
        return new StaleRow(key, sealed);
    }

    /** Leaves alone what has been changed since it was read; returns how many it wrote. */
    int write(Connection connection, List<FreshRow> fresh) throws SQLException {
        try (var update = connection.prepareStatement(update())) {
            int at = 1;
            for (int i = 0; i < table.key().size(); i++) {
                int part = i;
                var keys = fresh.stream().map(row -> row.before().key().get(part));
                update.setArray(at++, connection.createArrayOf("text", keys.toArray()));
            }
            for (int i = 0; i < table.sealed().size(); i++) {
                int column = i;
                update.setArray(
                        at++,
                        bytes(connection, fresh, row -> row.before().sealed().get(column)));
                update.setArray(
                        at++, bytes(connection, fresh, row -> row.sealed().get(column)));
            }
            for (int i = 0; i < table.indexes().size(); i++) {
                int column = i;
                update.setArray(
                        at++, bytes(connection, fresh, row -> row.indexes().get(column)));
            }
            return update.executeUpdate();
        }
    }

    private String update() {
        var columns = Stream.of(
                        table.key().stream().map(SealedTable.KeyColumn::name),
                        table.sealed().stream().flatMap(column -> Stream.of("old_" + column, "new_" + column)),
                        table.indexes().stream().map(column -> "new_" + column))
                .flatMap(Function.identity())
                .toList();
        var changes = Stream.concat(table.sealed().stream(), table.indexes().stream())
                .map(column -> column + " = fresh.new_" + column);
        var sameKey = table.key().stream()
                .map(key -> "t." + key.name() + " = cast(fresh." + key.name() + " as " + key.type() + ")");
        var unchanged =
                table.sealed().stream().map(column -> "t." + column + " is not distinct from fresh.old_" + column);
        return "update " + table.name() + " t set " + changes.collect(joining(", ")) + " from unnest("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ") as fresh("
                + String.join(", ", columns) + ") where "
                + Stream.concat(sameKey, unchanged).collect(joining(" and "));
    }

    private static java.sql.Array bytes(
            Connection connection, List<FreshRow> rows, Function<FreshRow, byte @Nullable []> column)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }
}
