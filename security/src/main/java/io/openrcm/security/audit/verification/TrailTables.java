package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.Checkpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trail as it lies in its tables, page after page in order of places: of a trail of any size no more than a page is in memory, and
 * no snapshot is held for as long as it takes, which would keep the database from clearing away dead rows.
 */
final class TrailTables {

    private static final int PAGE = 5_000;

    /** Along the index, however large the trail is: no sorting, no building of hash tables. */
    private static final String ALONG_THE_INDEX = """
            select set_config('enable_hashjoin', 'off', true), set_config('enable_sort', 'off', true),
              set_config('enable_memoize', 'off', true)""";

    /** In one statement, because the sealer goes on. */
    private static final String ENDS = """
            select (select coalesce(max(place), 0) from audit_seal), (select coalesce(max(place), 0) from audit_checkpoint)""";

    private static final String PLACE_FROM = "select min(place) from audit_seal where place between ? and ?";

    private static final String CHECKPOINTS = "select " + Checkpoint.COLUMNS
            + " from audit_checkpoint where place > ? and place <= ? order by place limit " + PAGE;

    /** Also what says that it is of the future. */
    private static final String UNSEALED = """
            select r.id from audit_record r
            where not exists (select from audit_seal s where s.record_id = r.id)
              and abs(extract(epoch from clock_timestamp() - r.at)) > ? order by r.id limit ?""";

    record Ends(long seal, long checkpoint) {}

    private final Connection connection;

    TrailTables(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("settings for this reading alone need a transaction");
        }
        this.connection = connection;
        try (var set = connection.prepareStatement(ALONG_THE_INDEX)) {
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

    /** Closed by the caller. */
    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** The first place from this one on, if there is one. */
    OptionalLong placeFrom(long place, long throughPlace) throws SQLException {
        try (var select = connection.prepareStatement(PLACE_FROM)) {
            return list(select, place, throughPlace, row -> row.getObject(1, Long.class)).stream()
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .findFirst();
        }
    }

    /** The checkpoints of these places, at most a page of them. */
    List<Checkpoint> checkpoints(long afterPlace, long throughPlace) throws SQLException {
        try (var select = connection.prepareStatement(CHECKPOINTS)) {
            return list(select, afterPlace, throughPlace, Checkpoint::read);
        }
    }

    @FunctionalInterface
    private interface Reader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T extends @Nullable Object> List<T> list(
            PreparedStatement select, long first, long second, Reader<T> reader) throws SQLException {
        select.setLong(1, first);
        select.setLong(2, second);
        try (var row = select.executeQuery()) {
            var page = new ArrayList<T>();
            while (row.next()) {
                page.add(reader.read(row));
            }
            return page;
        }
    }

    byte @Nullable [] hashAt(long place) throws SQLException {
        try (var select = connection.prepareStatement("select hash from audit_seal where place = ?")) {
            select.setLong(1, place);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    Optional<Checkpoint> checkpointAt(long place) throws SQLException {
        return checkpoints(place - 1, place).stream().findFirst();
    }

    /** Ids of rows without a seal that are older than this, or newer than now. */
    List<Long> unsealed(Duration olderThan, int limit) throws SQLException {
        try (var select = connection.prepareStatement(UNSEALED)) {
            return list(select, olderThan.toSeconds(), limit, row -> row.getLong(1));
        }
    }
}
