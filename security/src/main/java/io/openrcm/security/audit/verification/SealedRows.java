package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.CanonicalRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The trail in order of places, page after page; the database reads the next one while the one before is checked. */
final class SealedRows implements AutoCloseable {

    private static final int PAGE = 5_000;

    private static final String SEALED = "select s.place, s.record_id, s.hash, r.id is not null, "
            + CanonicalRow.COLUMNS
            + " from audit_seal s left join audit_record r on r.id = s.record_id"
            + " where s.place between ? and ? order by s.place";

    /** What is done with each. */
    @FunctionalInterface
    interface Each {
        void accept(SealedRow row) throws SQLException;
    }

    private final TrailTables tables;
    private final long throughPlace;
    /** Their answers take turns: one is checked, one is on its way. */
    private final List<PreparedStatement> statements;

    private final ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor();

    SealedRows(TrailTables tables, long throughPlace) throws SQLException {
        this.tables = tables;
        this.throughPlace = throughPlace;
        statements = List.of(tables.prepare(SEALED), tables.prepare(SEALED));
    }

    void each(Each each) throws SQLException {
        var from = tables.placeFrom(Long.MIN_VALUE, throughPlace);
        var page = from.isPresent() ? read(0, from.getAsLong()) : null;
        for (int turn = 1; page != null; turn++) {
            try (var rows = await(page)) {
                from = following(from.getAsLong());
                page = from.isPresent() ? read(turn % statements.size(), from.getAsLong()) : null;
                while (rows.next()) {
                    each.accept(row(rows));
                }
            }
        }
    }

    private Future<ResultSet> read(int statement, long fromPlace) {
        return ahead.submit(() -> {
            var select = statements.get(statement);
            select.setLong(1, fromPlace);
            select.setLong(2, Math.min(lastOfPage(fromPlace), throughPlace));
            return select.executeQuery();
        });
    }

    /** Places have no end where somebody has moved one far away. */
    private static long lastOfPage(long fromPlace) {
        return fromPlace > Long.MAX_VALUE - PAGE ? Long.MAX_VALUE : fromPlace + PAGE - 1;
    }

    private OptionalLong following(long fromPlace) throws SQLException {
        long last = lastOfPage(fromPlace);
        return last >= throughPlace ? OptionalLong.empty() : tables.placeFrom(last + 1, throughPlace);
    }

    private static SealedRow row(ResultSet rows) throws SQLException {
        return new SealedRow(
                rows.getLong(1),
                rows.getLong(2),
                rows.getBytes(3),
                rows.getBoolean(4) ? CanonicalRow.read(rows, 5) : null);
    }

    private static ResultSet await(Future<ResultSet> page) throws SQLException {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw new SQLException("the trail cannot be read", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the trail was read", stopped);
        }
    }

    /** Waits for what is being read: then the connection is the caller's again. */
    @Override
    public void close() throws SQLException {
        ahead.close();
        for (var statement : statements) {
            statement.close();
        }
    }
}
