package io.openrcm.security.audit.verification;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.verification.Finding.Kind;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Goes along the checkpoints of the trail, place by place, beside the chain. */
final class CheckpointCheck {

    private final Checkpoint.Signatures signatures;
    private final ChainCheck chain;
    private final Findings findings;
    private long signedPlace;
    private long lastPlace;
    private long checkpoints;
    private @Nullable Checkpoint last;
    private @Nullable String service;

    CheckpointCheck(Checkpoint.Signatures signatures, ChainCheck chain, Findings findings) {
        this.signatures = signatures;
        this.chain = chain;
        this.findings = findings;
    }

    long checkpoints() {
        return checkpoints;
    }

    /** The latest one, whatever it is worth. */
    @Nullable
    Checkpoint last() {
        return last;
    }

    /** The next one in order of places; the chain has come as far as it goes up to there. */
    void accept(Checkpoint next) {
        checkpoints++;
        last = next;
        if (isSignedHere(next)) {
            acceptSigned(next);
        } else {
            findings.add(Finding.at(Kind.CHECKPOINT_CHANGED, next.place(), next.place()));
        }
        if (next.place() <= chain.place()) {
            lastPlace = next.place();
        }
    }

    /** And by this service: all of one trail are of one. */
    boolean isSignedHere(Checkpoint checkpoint) {
        if (!checkpoint.isSigned(signatures)) {
            return false;
        }
        if (service == null) {
            service = checkpoint.service();
        }
        return checkpoint.service().equals(service);
    }

    private void acceptSigned(Checkpoint next) {
        long before = next.place() - next.rows();
        if (before != signedPlace && before != lastPlace) {
            long known = lastPlace < before ? lastPlace : signedPlace;
            findings.add(Finding.at(Kind.CHECKPOINT_MISSING, known + 1, before));
        }
        if (next.place() > chain.place()) {
            findings.add(Finding.at(Kind.TAIL_TRUNCATED, chain.place() + 1, next.place()));
        } else if (next.place() == chain.place()) {
            chain.vouch(HexFormat.of().parseHex(next.hash()));
        }
        signedPlace = next.place();
    }

    /** Every round of the sealer ends with a checkpoint. */
    void end() {
        if (lastPlace < chain.place()) {
            findings.add(Finding.at(Kind.CHECKPOINT_MISSING, lastPlace + 1, chain.place()));
        }
    }
}
