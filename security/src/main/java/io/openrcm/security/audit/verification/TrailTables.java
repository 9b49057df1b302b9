package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.CanonicalRow;
import io.openrcm.security.audit.chain.Checkpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the trail as it lies in its tables, as a stream and in a transaction that may be long: nothing is kept from being written meanwhile. */
final class TrailTables {

    private static final int FETCH_ROWS = 5_000;

    /** In order of places and in a stream, however large it is: no sorting, no building of hash tables. */
    private static final String STREAM = """
            select set_config('enable_hashjoin', 'off', true), set_config('enable_sort', 'off', true),
              set_config('enable_memoize', 'off', true)""";

    /** In one statement, because the sealer goes on. */
    private static final String ENDS = """
            select (select coalesce(max(place), 0) from audit_seal), (select coalesce(max(place), 0) from audit_checkpoint)""";

    private static final String SEALED =
            "select s.place, s.record_id, s.hash, r.id is not null, " + CanonicalRow.COLUMNS
                    + " from audit_seal s left join audit_record r on r.id = s.record_id where s.place <= ? order by s.place";

    private static final String CHECKPOINTS = "select " + Checkpoint.COLUMNS + " from audit_checkpoint";

    /** Also what says that it is of the future. */
    private static final String UNSEALED = """
            select r.id from audit_record r
            where not exists (select from audit_seal s where s.record_id = r.id)
              and abs(extract(epoch from clock_timestamp() - r.at)) > ? order by r.id limit ?""";

    /** One of a stream. */
    @FunctionalInterface
    interface Each<T> {
        void accept(T one) throws SQLException;
    }

    record Ends(long seal, long checkpoint) {}

    private final Connection connection;

    TrailTables(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("a stream of rows needs a transaction");
        }
        this.connection = connection;
        try (var set = connection.prepareStatement(STREAM)) {
            set.execute();
        }
    }

    Ends ends() throws SQLException {
        try (var select = connection.prepareStatement(ENDS);
                var row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no answer");
            }
            return new Ends(row.getLong(1), row.getLong(2));
        }
    }

    void eachSealed(long throughPlace, Each<SealedRow> each) throws SQLException {
        try (var select = connection.prepareStatement(SEALED)) {
            select.setFetchSize(FETCH_ROWS);
            select.setLong(1, throughPlace);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    each.accept(new SealedRow(
                            row.getLong(1),
                            row.getLong(2),
                            row.getBytes(3),
                            row.getBoolean(4) ? CanonicalRow.read(row, 5) : null));
                }
            }
        }
    }

    /** In order of places; closed with its statement. */
    PreparedStatement checkpoints(long throughPlace) throws SQLException {
        var select = connection.prepareStatement(CHECKPOINTS + " where place <= ? order by place");
        select.setFetchSize(FETCH_ROWS);
        select.setLong(1, throughPlace);
        return select;
    }

    byte @Nullable [] hashAt(long place) throws SQLException {
        try (var select = connection.prepareStatement("select hash from audit_seal where place = ?")) {
            select.setLong(1, place);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    @Nullable
    Checkpoint checkpointAt(long place) throws SQLException {
        try (var select = connection.prepareStatement(CHECKPOINTS + " where place = ?")) {
            select.setLong(1, place);
            try (var row = select.executeQuery()) {
                return row.next() ? Checkpoint.read(row) : null;
            }
        }
    }

    /** Ids of rows without a seal that are older than this, or newer than now. */
    void eachUnsealed(Duration olderThan, int limit, Each<Long> each) throws SQLException {
        try (var select = connection.prepareStatement(UNSEALED)) {
            select.setLong(1, olderThan.toSeconds());
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.accept(row.getLong(1));
                }
            }
        }
    }
}
