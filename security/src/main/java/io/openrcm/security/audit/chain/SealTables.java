package io.openrcm.security.audit.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the sealer reads and writes. */
final class SealTables {

    /** Sets the sealer's advisory lock apart from any others in the database: "ORCM". */
    private static final int LOCK_SPACE = 0x4F52434D;

    /** Above the lanes of the outbox. */
    private static final int LOCK = 1_000;

    private static final String ALONE = "select pg_try_advisory_xact_lock(?, ?)";
    private static final String POSITION = """
            select sealed_through, gaps_from, gaps_through, place, hash from audit_sealing_position
            left join (select place, hash from audit_seal order by place desc limit 1) as last_seal on true""";

    private static final String MOVE =
            "update audit_sealing_position set sealed_through = ?, gaps_from = ?, gaps_through = ?";

    /** Whoever has drawn an id holds this lock until its transaction ends. */
    private static final String WRITERS = """
            select virtualtransaction from pg_locks
            where database = (select oid from pg_database where datname = current_database())
              and relation = 'audit_record'::regclass and mode = 'RowExclusiveLock' and granted""";

    private static final String FRESH =
            "select " + CanonicalRow.COLUMNS + " from audit_record r where r.id > ? order by r.id limit ?";
    private static final String LATE = "select " + CanonicalRow.COLUMNS
            + " from unnest(?, ?) as gap(first, last) join audit_record r on r.id between gap.first and gap.last"
            + " order by r.id limit ?";
    private static final String WAITING = """
            select count(*) from (select from audit_record
              where id > (select sealed_through from audit_sealing_position) limit ?) as counted""";

    private static final String SEAL = "with moved as (" + MOVE + """
            ), added as (insert into audit_seal(place, record_id, hash)
            select ? + n, record_id, hash from unnest(?, ?) with ordinality as sealed(record_id, hash, n))
            select clock_timestamp()""";

    private static final String LAST_CHECKPOINT =
            "select " + Checkpoint.COLUMNS + " from audit_checkpoint order by place desc limit 1";
    private static final String CHECKPOINT =
            "insert into audit_checkpoint(" + Checkpoint.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)";

    /** Where the chain ends. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record End(long place, byte[] hash) {}

    /** How far it has come. */
    record Position(long sealedThrough, List<Gap> gaps) {}

    /** Where a round begins. */
    record Beginning(Position position, End end) {}

    private final Connection connection;

    SealTables(Connection connection) {
        this.connection = connection;
    }

    /** Whether this transaction is the only one that seals; then it is until its end. */
    boolean alone() throws SQLException {
        try (var select = connection.prepareStatement(ALONE)) {
            select.setInt(1, LOCK_SPACE);
            select.setInt(2, LOCK);
            return only(select, row -> row.getBoolean(1));
        }
    }

    Beginning beginning() throws SQLException {
        try (var select = connection.prepareStatement(POSITION)) {
            return only(select, row -> {
                var from = (Long[]) row.getArray(2).getArray();
                var through = (Long[]) row.getArray(3).getArray();
                var gaps = IntStream.range(0, from.length)
                        .mapToObj(i -> new Gap(from[i], through[i]))
                        .toList();
                var hash = row.getBytes(5);
                return new Beginning(
                        new Position(row.getLong(1), gaps),
                        hash == null ? new End(0, Chain.beginning()) : new End(row.getLong(4), hash));
            });
        }
    }

    /** Where nothing was found to be sealed. */
    void move(Position position) throws SQLException {
        try (var update = connection.prepareStatement(MOVE)) {
            var _ = set(update, position);
            update.executeUpdate();
        }
    }

    /** The transactions that are writing to the audit trail at this moment. */
    Set<String> writers() throws SQLException {
        try (var select = connection.prepareStatement(WRITERS);
                var rows = select.executeQuery()) {
            var writers = new HashSet<String>();
            while (rows.next()) {
                writers.add(rows.getString(1));
            }
            return writers;
        }
    }

    List<CanonicalRow> fresh(long after, int limit) throws SQLException {
        try (var select = connection.prepareStatement(FRESH)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return rows(select);
        }
    }

    /** Rows that were not committed when their gap was passed. */
    List<CanonicalRow> late(List<Gap> gaps, int limit) throws SQLException {
        if (gaps.isEmpty()) {
            return List.of();
        }
        try (var select = connection.prepareStatement(LATE)) {
            setGaps(select, 1, gaps);
            select.setInt(3, limit);
            return rows(select);
        }
    }

    /** How many rows the sealer has not looked at, at most so many. */
    long waiting(int limit) throws SQLException {
        try (var select = connection.prepareStatement(WAITING)) {
            select.setInt(1, limit);
            return only(select, row -> row.getLong(1));
        }
    }

    /** With the move to where it has come by that; returns when. */
    Instant seal(Position position, long afterPlace, List<CanonicalRow> rows, byte[][] hashes) throws SQLException {
        try (var insert = connection.prepareStatement(SEAL)) {
            int at = set(insert, position);
            insert.setLong(at++, afterPlace);
            insert.setArray(
                    at++,
                    connection.createArrayOf(
                            "int8", rows.stream().map(CanonicalRow::id).toArray()));
            insert.setArray(at, connection.createArrayOf("bytea", hashes));
            return only(insert, row -> row.getObject(1, OffsetDateTime.class).toInstant());
        }
    }

    void add(Checkpoint checkpoint) throws SQLException {
        try (var insert = connection.prepareStatement(CHECKPOINT)) {
            insert.setString(1, checkpoint.service());
            insert.setLong(2, checkpoint.place());
            insert.setBytes(3, checkpoint.hashBytes());
            insert.setLong(4, checkpoint.rows());
            insert.setObject(5, checkpoint.sealedAt().atOffset(ZoneOffset.UTC));
            insert.setString(6, checkpoint.keyId());
            insert.setBytes(7, checkpoint.signatureBytes());
            insert.executeUpdate();
        }
    }

    Optional<Checkpoint> lastCheckpoint() throws SQLException {
        try (var select = connection.prepareStatement(LAST_CHECKPOINT);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(Checkpoint.read(row)) : Optional.empty();
        }
    }

    /** Returns the index of the parameter after those of the position. */
    private int set(PreparedStatement statement, Position position) throws SQLException {
        statement.setLong(1, position.sealedThrough());
        setGaps(statement, 2, position.gaps());
        return 4;
    }

    private void setGaps(PreparedStatement statement, int first, List<Gap> gaps) throws SQLException {
        statement.setArray(
                first,
                connection.createArrayOf("int8", gaps.stream().map(Gap::from).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf("int8", gaps.stream().map(Gap::through).toArray()));
    }

    private static List<CanonicalRow> rows(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var rows = new ArrayList<CanonicalRow>();
            while (found.next()) {
                rows.add(CanonicalRow.read(found, 1));
            }
            return rows;
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> T only(PreparedStatement select, Reader<T> reader) throws SQLException {
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no answer");
            }
            return reader.read(row);
        }
    }
}
