package io.openrcm.security.audit.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows that have been committed since the last round their places in the chain, and signs its end.
 *
 * <p>Rows are committed in another order than that of their ids. A round reads on from the highest id it has seen and remembers the ids that
 * were missing; those are looked for in every round until each transaction that was writing when they were missed has ended. So no row is
 * passed over, none is read twice, and who writes a row pays nothing for being sealed.
 */
public final class SealingRound {

    /** Bounds the memory and the transaction of one round. */
    static final int ROWS = 10_000;

    private static final int COUNTED_AT_MOST = 1_000_000;

    /**
     * What a round came to.
     *
     * @param sealed so many rows
     * @param waiting so many rows were left for the next round
     * @param checkpoint the one it signed; null if nothing was sealed
     */
    public record Outcome(
            int sealed, long waiting, @Nullable Checkpoint checkpoint) {}

    /** Ids at or below this that are missing still may come from these transactions only. */
    private record Watch(long through, Set<String> writers) {}

    private final String service;
    private final UnaryOperator<byte[]> signer;
    private @Nullable Watch watch;

    /**
     * Keeps what it has seen of transactions, so it is one for the life of the sealer.
     *
     * @param signer makes the signature of a checkpoint
     */
    public SealingRound(String service, UnaryOperator<byte[]> signer) {
        this.service = service;
        this.signer = signer;
    }

    /** Works in the transaction of this connection, which must be one of READ COMMITTED; does nothing while another process seals. */
    public Outcome run(Connection connection) throws SQLException {
        var tables = new SealTables(connection);
        if (!tables.alone()) {
            return new Outcome(0, tables.waiting(COUNTED_AT_MOST), null);
        }
        var beginning = tables.beginning();
        var position = beginning.position();
        boolean gapsAreFinal = haveEnded(position, tables);
        var late = tables.late(position.gaps(), ROWS);
        var fresh = tables.fresh(position.sealedThrough(), ROWS);
        var next = next(position, ids(late), ids(fresh), gapsAreFinal && late.size() < ROWS, tables);
        var rows = new ArrayList<>(late);
        rows.addAll(fresh);
        Checkpoint checkpoint = null;
        if (!rows.isEmpty()) {
            checkpoint = seal(rows, beginning.end(), next, tables);
        } else if (!next.equals(position)) {
            tables.move(next);
        }
        boolean isFull = late.size() == ROWS || fresh.size() == ROWS;
        return new Outcome(rows.size(), isFull ? tables.waiting(COUNTED_AT_MOST) : 0, checkpoint);
    }

    /** Asked before the gaps are read: who has ended by now has committed what it will ever commit. */
    private boolean haveEnded(SealTables.Position position, SealTables tables) throws SQLException {
        return watch != null && !position.gaps().isEmpty() && Collections.disjoint(watch.writers(), tables.writers());
    }

    private SealTables.Position next(
            SealTables.Position position, List<Long> late, List<Long> fresh, boolean gapsAreFinal, SealTables tables)
            throws SQLException {
        var gaps = new ArrayList<>(Gap.without(position.gaps(), late));
        var watched = watch;
        if (watched != null && gapsAreFinal) {
            gaps.removeIf(gap -> gap.through() <= watched.through());
            watch = null;
        }
        gaps.addAll(Gap.between(position.sealedThrough(), fresh));
        long through = fresh.isEmpty() ? position.sealedThrough() : fresh.getLast();
        if (watch == null && !gaps.isEmpty()) {
            // Asked after the gaps were found: whoever has drawn one of their ids is among these, or has ended.
            watch = new Watch(through, tables.writers());
        }
        return new SealTables.Position(through, gaps);
    }

    private Checkpoint seal(List<CanonicalRow> rows, SealTables.End end, SealTables.Position next, SealTables tables)
            throws SQLException {
        var chain = new Chain();
        var hashes = new byte[rows.size()][];
        byte[] hash = end.hash();
        for (int i = 0; i < hashes.length; i++) {
            hash = chain.next(hash, rows.get(i));
            hashes[i] = hash;
        }
        var sealedAt = tables.seal(next, end.place(), rows, hashes);
        var checkpoint = Checkpoint.sign(service, end.place() + hashes.length, hash, hashes.length, sealedAt, signer);
        tables.add(checkpoint);
        return checkpoint;
    }

    private static List<Long> ids(List<CanonicalRow> rows) {
        return rows.stream().map(CanonicalRow::id).toList();
    }
}
