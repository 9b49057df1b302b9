package io.openrcm.security.audit.publication;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.chain.Repeating;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The ways of checkpoints out of the database: every {@link CheckpointPublisher}, and a file in the folder
 * {@code openrcm.audit.checkpoint-folder}. Each has a thread of its own: where one cannot be taken at the moment it waits, but neither the
 * sealing nor the other ways do.
 */
@ApplicationScoped
class Publication {

    /** A later checkpoint vouches for all that an earlier one does, so of many that wait the earliest may go. */
    private static final int WAITING_AT_MOST = 1_000;

    private static final Duration EVERY = Duration.ofSeconds(1);

    /**
     * One way, and what waits to go it.
     *
     * @param thread takes them out
     */
    private record Way(BlockingQueue<Checkpoint> waiting, Repeating thread) {

        static Way open(CheckpointPublisher publisher) {
            var waiting = new LinkedBlockingQueue<Checkpoint>();
            return new Way(waiting, Repeating.start("audit-publication", EVERY, () -> takeOut(waiting, publisher)));
        }

        private static void takeOut(BlockingQueue<Checkpoint> waiting, CheckpointPublisher publisher) throws Exception {
            for (var first = waiting.peek(); first != null; first = waiting.peek()) {
                publisher.publish(first);
                // Unless it had to make room meanwhile.
                var _ = waiting.remove(first);
            }
        }

        void add(Checkpoint checkpoint) {
            if (waiting.size() >= WAITING_AT_MOST) {
                var _ = waiting.poll();
            }
            waiting.add(checkpoint);
        }
    }

    private final List<Way> ways = new ArrayList<>();

    Publication(
            Instance<CheckpointPublisher> publishers,
            @ConfigProperty(name = "openrcm.audit.checkpoint-folder") Optional<Path> folder,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        publishers.forEach(publisher -> ways.add(Way.open(publisher)));
        folder.ifPresent(into -> ways.add(Way.open(new CheckpointFile(into, service))));
    }

    void add(@Observes Checkpoint checkpoint) {
        ways.forEach(way -> way.add(checkpoint));
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent ending) throws InterruptedException {
        for (var way : ways) {
            way.thread().stop();
        }
    }
}
