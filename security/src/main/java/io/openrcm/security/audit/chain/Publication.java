package io.openrcm.security.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The ways of checkpoints out of the database: every {@link CheckpointPublisher}, and a file in the folder
 * {@code openrcm.audit.checkpoint-folder}. Where one cannot be taken at the moment, it waits; the sealing does not.
 */
@ApplicationScoped
class Publication {

    /** A later checkpoint vouches for all that an earlier one does, so of many that wait the earliest may go. */
    private static final int WAITING_AT_MOST = 1_000;

    private record Way(CheckpointPublisher publisher, Deque<Checkpoint> waiting) {}

    private final List<Way> ways = new ArrayList<>();

    Publication(
            Instance<CheckpointPublisher> publishers,
            @ConfigProperty(name = "openrcm.audit.checkpoint-folder") Optional<Path> folder,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        publishers.forEach(this::open);
        folder.ifPresent(into -> open(new CheckpointFile(into, service)));
    }

    private void open(CheckpointPublisher publisher) {
        ways.add(new Way(publisher, new ArrayDeque<>()));
    }

    void add(Checkpoint checkpoint) {
        for (var way : ways) {
            if (way.waiting().size() == WAITING_AT_MOST) {
                way.waiting().removeFirst();
            }
            way.waiting().addLast(checkpoint);
        }
    }

    /**
     * Takes out what waits.
     *
     * @throws Exception a way is closed; what could go another way has gone
     */
    void publish() throws Exception {
        Exception closed = null;
        for (var way : ways) {
            try {
                while (!way.waiting().isEmpty()) {
                    way.publisher().publish(way.waiting().getFirst());
                    way.waiting().removeFirst();
                }
            } catch (Exception failed) {
                closed = failed;
            }
        }
        if (closed != null) {
            throw closed;
        }
    }
}
