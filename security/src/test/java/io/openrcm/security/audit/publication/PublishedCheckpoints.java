package io.openrcm.security.audit.publication;

import io.openrcm.security.audit.chain.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Somewhere else, which may be closed. */
@ApplicationScoped
class PublishedCheckpoints implements CheckpointPublisher {

    private boolean isClosed;
    private int refused;
    private Optional<Checkpoint> last = Optional.empty();

    @Override
    public synchronized void publish(Checkpoint checkpoint) throws IOException {
        if (isClosed) {
            refused++;
            throw new IOException("closed");
        }
        last = Optional.of(checkpoint);
    }

    synchronized void close() {
        isClosed = true;
    }

    synchronized void open() {
        isClosed = false;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized Optional<Checkpoint> last() {
        return last;
    }
}
