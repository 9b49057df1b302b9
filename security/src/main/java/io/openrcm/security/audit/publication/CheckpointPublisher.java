package io.openrcm.security.audit.publication;

import io.openrcm.security.audit.chain.Checkpoint;

/** Takes checkpoints to where the database's administrators have no hand in: a file elsewhere, a topic. */
@FunctionalInterface
public interface CheckpointPublisher {

    /**
     * Returns when it is safe there. May be called again with the same one.
     *
     * @throws Exception it is not; it will be tried again
     */
    void publish(Checkpoint checkpoint) throws Exception;
}
