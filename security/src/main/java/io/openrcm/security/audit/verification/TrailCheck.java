package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.verification.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;

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
        try (var select = tables.checkpoints(ends.checkpoint());
                var rows = select.executeQuery()) {
            var checkpoints = new Cursor(rows);
            tables.eachSealed(ends.seal(), next -> {
                chain.accept(next);
                checkpoints.advance(chain.place(), own);
                outside.advance();
            });
            checkpoints.advance(Long.MAX_VALUE, own);
        }
        outside.end();
        chain.end();
        own.end();
        tables.eachUnsealed(
                SEALED_WITHIN, Findings.LISTED_AT_MOST, id -> findings.add(new Finding(Kind.ROW_UNSEALED, 0, 0, id)));
        return new Verification(
                chain.rows(), own.checkpoints(), outside.published(), findings.list(), findings.isComplete());
    }

    /** Checkpoints, one at a time. */
    private static final class Cursor {

        private final ResultSet rows;
        private boolean isAtRow;

        Cursor(ResultSet rows) throws SQLException {
            this.rows = rows;
            isAtRow = rows.next();
        }

        void advance(long throughPlace, CheckpointCheck check) throws SQLException {
            while (isAtRow && rows.getLong(2) <= throughPlace) {
                check.accept(Checkpoint.read(rows));
                isAtRow = rows.next();
            }
        }
    }
}
