package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.verification.Finding.Kind;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes along the checkpoints that were published, beside the chain: what they vouch for must still be there. */
final class PublishedCheck {

    private final Iterator<String> lines;
    private final TrailTables tables;
    private final ChainCheck chain;
    private final CheckpointCheck checkpoints;
    private final Findings findings;
    private long published;
    private long agreedPlace;
    private String fragment = "";
    private @Nullable Checkpoint next;

    PublishedCheck(
            Iterator<String> lines,
            TrailTables tables,
            ChainCheck chain,
            CheckpointCheck checkpoints,
            Findings findings) {
        this.lines = lines;
        this.tables = tables;
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.findings = findings;
    }

    long published() {
        return published;
    }

    /** The chain and the trail's own checkpoints have come to this place. */
    void advance() throws SQLException {
        for (var line = peek(); line != null && line.place() <= chain.place(); line = peek()) {
            next = null;
            var own = checkpoints.last();
            if (line.place() == chain.place()) {
                compare(line, own != null && own.place() == line.place() ? own : null, chain.hash());
            } else {
                lookUp(line);
            }
        }
    }

    /** What is published of places that the chain does not have; it may have got them a moment ago. */
    void end() throws SQLException {
        for (var line = peek(); line != null; line = peek()) {
            next = null;
            lookUp(line);
        }
    }

    /** Lines ascend, but that several processes write them; and one may be there twice. */
    private void lookUp(Checkpoint line) throws SQLException {
        var hash = tables.hashAt(line.place());
        if (hash != null) {
            compare(line, tables.checkpointAt(line.place()).orElse(null), hash);
        } else if (!checkpoints.isSignedHere(line)) {
            findings.add(Finding.at(Kind.PUBLISHED_CHANGED, line.place(), line.place()));
        } else if (line.place() > chain.place()) {
            findings.add(Finding.at(Kind.TAIL_TRUNCATED, chain.place() + 1, line.place()));
        } else {
            findings.add(Finding.at(Kind.SEAL_MISSING, line.place(), line.place()));
        }
    }

    private void compare(Checkpoint line, @Nullable Checkpoint own, byte[] hash) {
        if (!line.equals(own)) {
            findDifference(line, own, hash);
        } else {
            agreedPlace = Math.max(agreedPlace, line.place());
        }
    }

    private void findDifference(Checkpoint line, @Nullable Checkpoint own, byte[] hash) {
        if (!checkpoints.isSignedHere(line)) {
            findings.add(Finding.at(Kind.PUBLISHED_CHANGED, line.place(), line.place()));
        } else if (!line.hash().equals(HexFormat.of().formatHex(hash))) {
            findings.add(Finding.at(Kind.HISTORY_REWRITTEN, Math.min(agreedPlace + 1, line.place()), line.place()));
        } else {
            var kind = own == null ? Kind.CHECKPOINT_MISSING : Kind.CHECKPOINT_CHANGED;
            findings.add(Finding.at(kind, line.place(), line.place()));
        }
    }

    /**
     * The next checkpoint. What is no checkpoint counts as changed, unless the line after it begins the same: there a process stopped while
     * it wrote. So it may be with the last line.
     */
    private @Nullable Checkpoint peek() {
        while (next == null && lines.hasNext()) {
            var line = lines.next();
            published++;
            next = Checkpoint.parse(line).orElse(null);
            if (!line.startsWith(fragment)) {
                findings.add(Finding.at(Kind.PUBLISHED_CHANGED, 0, 0));
            }
            fragment = next == null ? line : "";
        }
        return next;
    }
}
