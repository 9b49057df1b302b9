package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.verification.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Compares an audit trail with its chain, the chain with its checkpoints and those with what was published of them. */
public final class TrailCheck {

    /** A row without a seal may have been written a moment ago. */
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(10);

    private final Checkpoint.Signatures signatures;

    public TrailCheck(Checkpoint.Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * Reads everything, once.
     *
     * @param connection in a transaction of READ COMMITTED that sees every row
     * @param published checkpoints from where the database's administrators have no hand in, a line each; may be none
     */
    public Verification run(Connection connection, Iterator<String> published) throws SQLException {
        var tables = new TrailTables(connection);
        var findings = new Findings();
        var chain = new ChainCheck(findings);
        var own = new CheckpointCheck(signatures, chain, findings);
        var outside = new PublishedCheck(published, tables, chain, own, findings);
        var ends = tables.ends();
        var checkpoints = new Checkpoints(tables, ends.checkpoint());
        try (var rows = new SealedRows(tables, ends.seal())) {
            rows.each(row -> {
                chain.accept(row);
                checkpoints.advance(chain.place(), own);
                outside.advance();
            });
        }
        checkpoints.advance(Long.MAX_VALUE, own);
        outside.end();
        chain.end();
        own.end();
        tables.unsealed(SEALED_WITHIN, Findings.LISTED_AT_MOST)
                .forEach(id -> findings.add(new Finding(Kind.ROW_UNSEALED, 0, 0, id)));
        return new Verification(
                chain.rows(), own.checkpoints(), outside.published(), findings.list(), findings.isComplete());
    }

    /** One at a time. */
    private static final class Checkpoints {

        private final TrailTables tables;
        private final long throughPlace;
        private final Deque<Checkpoint> page = new ArrayDeque<>();
        private long lastPlace = Long.MIN_VALUE;

        Checkpoints(TrailTables tables, long throughPlace) {
            this.tables = tables;
            this.throughPlace = throughPlace;
        }

        void advance(long place, CheckpointCheck check) throws SQLException {
            for (var next = peek(); next != null && next.place() <= place; next = peek()) {
                check.accept(page.removeFirst());
            }
        }

        private @Nullable Checkpoint peek() throws SQLException {
            if (page.isEmpty() && lastPlace < throughPlace) {
                page.addAll(tables.checkpoints(lastPlace, throughPlace));
                lastPlace = page.isEmpty() ? throughPlace : page.getLast().place();
            }
            return page.peekFirst();
        }
    }
}
