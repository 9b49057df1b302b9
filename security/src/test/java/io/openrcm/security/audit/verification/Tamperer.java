package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.CanonicalRow;
import io.openrcm.security.audit.chain.Chain;
import io.openrcm.security.audit.verification.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Somebody with every right on the database and no key, who changes one thing at a time. */
final class Tamperer {

    /**
     * What was done, and what must be named because of it.
     *
     * @param kinds a finding must be of one of these
     * @param places must be in the range of a finding
     * @param records must be named
     * @param window no finding may be about a place outside
     */
    record Tampering(String what, Set<Kind> kinds, List<Long> places, List<Long> records, Window window) {}

    record Window(long from, long through) {

        static final Window ANYWHERE = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean has(Finding finding) {
            boolean hasNoPlace = finding.throughPlace() == 0;
            return hasNoPlace || (from <= finding.fromPlace() && finding.throughPlace() <= through);
        }
    }

    private record Seal(long place, long recordId) {}

    private static final long FAR = 1_000_000;

    private static final List<String> COLUMNS = List.of(
            "at",
            "actor_kind",
            "actor_id",
            "actor_name",
            "roles",
            "facilities",
            "purpose",
            "emergency",
            "action",
            "what",
            "object_ids",
            "matched",
            "asked_for",
            "outcome",
            "problem",
            "source",
            "correlation_id",
            "request_id");

    private static final List<String> ROW_CHANGES = List.of(
            "at = at + interval '1 microsecond'",
            "actor_kind = case actor_kind when 'PERSON' then 'MACHINE' else 'PERSON' end",
            "actor_id = actor_id || 'x'",
            "actor_name = upper(actor_name) || ' '",
            "roles = array_append(roles, '')",
            "facilities = array_append(facilities, 'OTHER')",
            "facilities = array[array_to_string(facilities, ',') || ',']",
            "purpose = 'HOPERAT'",
            "emergency = gen_random_uuid()",
            "action = case action when 'READ' then 'QUERY' else 'READ' end",
            "what = what || '-'",
            "object_ids = array_prepend('CLM0', object_ids)",
            "object_ids = array_append(object_ids, null)",
            "matched = coalesce(matched, -1) + 1",
            "asked_for = case when asked_for is null then '' end",
            "outcome = case outcome when 'SUCCESS' then 'FAILED' else 'SUCCESS' end",
            "problem = case when problem is null then '' end",
            "source = coalesce(source, '') || '0'",
            "correlation_id = gen_random_uuid()",
            "request_id = case when request_id is null then gen_random_uuid() end");

    private static final List<String> CHECKPOINT_CHANGES = List.of(
            "service = service || 'x'",
            "hash = set_byte(hash, 31, get_byte(hash, 31) # 1)",
            "rows = rows + 1",
            "sealed_at = sealed_at - interval '1 microsecond'",
            "key_id = reverse(key_id) || '0'",
            "signature = set_byte(signature, 20, get_byte(signature, 20) # 128)",
            "place = place + " + FAR);

    private final Connection connection;
    private final Random random;
    private final List<Seal> seals = new ArrayList<>();
    private final List<Long> checkpoints = new ArrayList<>();

    Tamperer(Connection connection, Random random) throws SQLException {
        this.connection = connection;
        this.random = random;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select place, record_id from audit_seal order by place")) {
            while (rows.next()) {
                seals.add(new Seal(rows.getLong(1), rows.getLong(2)));
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select place from audit_checkpoint order by place")) {
            while (rows.next()) {
                checkpoints.add(rows.getLong(1));
            }
        }
    }

    private interface Way {
        Tampering go() throws SQLException;
    }

    /** In the transaction at hand; takes the guards away first. */
    Tampering tamper() throws SQLException {
        for (var table : List.of("audit_record", "audit_seal", "audit_checkpoint")) {
            run("alter table " + table + " disable trigger only_grows");
        }
        return any(List.<Way>of(
                        this::changeRow,
                        this::renumberRow,
                        this::deleteRow,
                        this::insertRow,
                        this::swapRows,
                        this::changeSeal,
                        this::turnSealToAnotherRow,
                        this::swapRowsOfSeals,
                        this::deleteSeal,
                        this::moveSeal,
                        this::changeCheckpoint,
                        this::deleteCheckpoint,
                        this::truncateTail,
                        this::rewriteHistory,
                        this::cutOutAndRewriteHistory))
                .go();
    }

    private Tampering changeRow() throws SQLException {
        var seal = any(seals);
        var change = any(ROW_CHANGES);
        run("update audit_record set " + change + " where id = " + seal.recordId);
        return only(change, Kind.ROW_CHANGED, seal);
    }

    private Tampering renumberRow() throws SQLException {
        var seal = any(seals);
        run("alter table audit_record alter column id set generated by default");
        run("update audit_record set id = id + " + FAR + " where id = " + seal.recordId);
        return new Tampering(
                "row renumbered",
                Set.of(Kind.ROW_MISSING),
                List.of(seal.place),
                List.of(seal.recordId, seal.recordId + FAR),
                new Window(seal.place, seal.place));
    }

    private Tampering deleteRow() throws SQLException {
        var seal = any(seals);
        run("delete from audit_record where id = " + seal.recordId);
        return only("row deleted", Kind.ROW_MISSING, seal);
    }

    private Tampering insertRow() throws SQLException {
        var when = any(List.of("- interval '1 hour'", "+ interval '1 hour'", "- interval '11 seconds'"));
        var list = String.join(", ", COLUMNS);
        run("insert into audit_record(" + list + ") select "
                + list.replaceFirst("at", "clock_timestamp() " + when) + " from audit_record where id = "
                + any(seals).recordId);
        return new Tampering(
                "row inserted " + when,
                Set.of(Kind.ROW_UNSEALED),
                List.of(),
                List.of(number("select max(id) from audit_record")),
                new Window(0, 0));
    }

    private Tampering swapRows() throws SQLException {
        var one = any(seals);
        var other = another(one);
        var list = String.join(", ", COLUMNS);
        run("create temporary table copies on commit drop as select * from audit_record where id in (" + one.recordId
                + ", " + other.recordId + ")");
        run("update audit_record r set (" + list + ") = (select " + list
                + " from copies c where c.id <> r.id) where id in (" + one.recordId + ", " + other.recordId + ")");
        return both("rows swapped", one, other);
    }

    private Tampering changeSeal() throws SQLException {
        var seal = any(seals);
        int bit = random.nextInt(256);
        run("update audit_seal set hash = set_bit(hash, " + bit + ", 1 - get_bit(hash, " + bit + ")) where place = "
                + seal.place);
        return new Tampering(
                "seal's hash changed",
                Set.of(Kind.SEAL_CHANGED),
                List.of(seal.place),
                List.of(),
                new Window(seal.place, seal.place));
    }

    private Tampering turnSealToAnotherRow() throws SQLException {
        var seal = any(seals);
        run("update audit_seal set record_id = record_id + " + FAR + " where place = " + seal.place);
        return only("seal's row changed", Kind.ROW_MISSING, seal);
    }

    private Tampering swapRowsOfSeals() throws SQLException {
        var one = any(seals);
        var other = another(one);
        run("update audit_seal set record_id = -1 where place = " + one.place);
        run("update audit_seal set record_id = " + one.recordId + " where place = " + other.place);
        run("update audit_seal set record_id = " + other.recordId + " where place = " + one.place);
        return both("rows of seals swapped", one, other);
    }

    private Tampering deleteSeal() throws SQLException {
        var seal = any(seals);
        run("delete from audit_seal where place = " + seal.place);
        return new Tampering(
                "seal deleted",
                Set.of(isLast(seal) ? Kind.TAIL_TRUNCATED : Kind.SEAL_MISSING),
                List.of(seal.place),
                List.of(seal.recordId),
                isLast(seal) ? roundOf(seal.place) : new Window(seal.place, seal.place + 1));
    }

    private Tampering moveSeal() throws SQLException {
        var seal = any(seals);
        boolean isForward = random.nextBoolean();
        run("update audit_seal set place = " + (isForward ? "place + " + FAR : "-place") + " where place = "
                + seal.place);
        return new Tampering(
                "seal moved " + (isForward ? "forward" : "back"),
                Set.of(isLast(seal) && !isForward ? Kind.TAIL_TRUNCATED : Kind.SEAL_MISSING),
                List.of(seal.place),
                List.of(),
                Window.ANYWHERE);
    }

    private Tampering changeCheckpoint() throws SQLException {
        long place = any(checkpoints);
        var change = any(CHECKPOINT_CHANGES);
        run("update audit_checkpoint set " + change + " where place = " + place);
        return new Tampering(
                "checkpoint: " + change,
                Set.of(Kind.CHECKPOINT_CHANGED),
                List.of(place),
                List.of(),
                change.startsWith("place") ? Window.ANYWHERE : new Window(place, place));
    }

    private Tampering deleteCheckpoint() throws SQLException {
        long place = any(checkpoints);
        run("delete from audit_checkpoint where place = " + place);
        return new Tampering(
                "checkpoint deleted", Set.of(Kind.CHECKPOINT_MISSING), List.of(place), List.of(), roundOf(place));
    }

    private Tampering truncateTail() throws SQLException {
        long last = seals.getLast().place;
        var from = random.nextBoolean()
                ? seals.get(Math.toIntExact(any(checkpoints.subList(0, checkpoints.size() - 1)))).place
                : any(seals).place;
        run("delete from audit_record where id in (select record_id from audit_seal where place >= " + from + ")");
        run("delete from audit_seal where place >= " + from);
        run("delete from audit_checkpoint where place >= " + from);
        return new Tampering(
                "tail cut from " + from, Set.of(Kind.TAIL_TRUNCATED), List.of(from, last), List.of(), Window.ANYWHERE);
    }

    private Tampering rewriteHistory() throws SQLException {
        var seal = any(seals);
        run("update audit_record set actor_name = 'nobody' where id = " + seal.recordId);
        rehash(seal.place);
        return new Tampering(
                "rehashed from the row on",
                Set.of(Kind.HISTORY_REWRITTEN),
                List.of(seal.place),
                List.of(),
                Window.ANYWHERE);
    }

    private Tampering cutOutAndRewriteHistory() throws SQLException {
        var seal = any(seals);
        run("delete from audit_record where id = " + seal.recordId);
        run("delete from audit_seal where place = " + seal.place);
        run("update audit_seal set place = -place where place > " + seal.place);
        run("update audit_seal set place = -place - 1 where place < 0");
        rehash(seal.place);
        return new Tampering(
                "cut out and rehashed",
                Set.of(seal.place > start(checkpoints.getLast()) ? Kind.TAIL_TRUNCATED : Kind.HISTORY_REWRITTEN),
                List.of(seal.place),
                List.of(),
                Window.ANYWHERE);
    }

    private void rehash(long fromPlace) throws SQLException {
        var chain = new Chain();
        var hashes = new TreeMap<Long, byte[]>();
        try (var select = connection.prepareStatement("select s.place, s.hash, " + CanonicalRow.COLUMNS
                        + " from audit_seal s join audit_record r on r.id = s.record_id order by s.place");
                var rows = select.executeQuery()) {
            var hash = Chain.beginning();
            while (rows.next()) {
                hash = rows.getLong(1) < fromPlace ? rows.getBytes(2) : chain.next(hash, CanonicalRow.read(rows, 3));
                hashes.put(rows.getLong(1), hash);
            }
        }
        try (var update = connection.prepareStatement("update audit_seal set hash = ? where place = ?")) {
            for (var place : hashes.tailMap(fromPlace).entrySet()) {
                update.setBytes(1, place.getValue());
                update.setLong(2, place.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static Tampering only(String what, Kind kind, Seal seal) {
        return new Tampering(
                what, Set.of(kind), List.of(seal.place), List.of(seal.recordId), new Window(seal.place, seal.place));
    }

    private static Tampering both(String what, Seal one, Seal other) {
        return new Tampering(
                what,
                Set.of(Kind.PLACES_SWAPPED),
                List.of(one.place, other.place),
                List.of(one.recordId, other.recordId),
                new Window(Math.min(one.place, other.place), Math.max(one.place, other.place)));
    }

    private boolean isLast(Seal seal) {
        return seal.equals(seals.getLast());
    }

    /** Of the round that ends with this checkpoint. */
    private Window roundOf(long checkpoint) {
        return new Window(start(checkpoint) + 1, checkpoint);
    }

    /** The checkpoint before. */
    private long start(long checkpoint) {
        int at = checkpoints.indexOf(checkpoint);
        return at == 0 ? 0 : checkpoints.get(at - 1);
    }

    /** Half of the time its neighbour. */
    private Seal another(Seal one) {
        if (random.nextBoolean()) {
            int at = seals.indexOf(one);
            return seals.get(at == 0 ? 1 : at - 1);
        }
        Seal other;
        do {
            other = any(seals);
        } while (other.equals(one));
        return other;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
