package io.openrcm.coding.bulk;

import io.openrcm.coding.encounter.Contention;
import io.openrcm.coding.encounter.RegisterEncounter;
import io.openrcm.coding.encounter.Registration;
import io.openrcm.coding.intake.Submission;
import io.openrcm.events.delivery.OutboxPressure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Registers a chunk in one transaction, or one by one where that fails, so that only the failing ones are lost. */
@ApplicationScoped
public class RegisterChunk {

    private static final Logger LOG = Logger.getLogger(RegisterChunk.class);
    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RegisterEncounter registerEncounter;
    private final OutboxPressure pressure;

    public RegisterChunk(RegisterEncounter registerEncounter, OutboxPressure pressure) {
        this.registerEncounter = registerEncounter;
        this.pressure = pressure;
    }

    /** One answer per submission in their order; empty where nothing was kept and the sender has to try again. */
    public List<Optional<Registration>> register(List<Submission.Accepted> chunk) {
        if (chunk.isEmpty()) {
            return List.of();
        }
        if (!pressureFalls()) {
            return Collections.nCopies(chunk.size(), Optional.empty());
        }
        try {
            return together(chunk);
        } catch (RuntimeException e) {
            // The message may repeat a row's values.
            LOG.warnf(
                    "a chunk of %d failed with %s, trying one by one",
                    chunk.size(), e.getClass().getName());
            return oneByOne(chunk);
        }
    }

    private List<Optional<Registration>> together(List<Submission.Accepted> chunk) {
        return Contention.retried(() -> registerEncounter.registerAll(chunk)).stream()
                .map(Optional::of)
                .toList();
    }

    private List<Optional<Registration>> oneByOne(List<Submission.Accepted> chunk) {
        List<Optional<Registration>> answers = new ArrayList<>(chunk.size());
        int failures = 0;
        for (Submission.Accepted submission : chunk) {
            if (failures == FAILURES_IN_A_ROW) {
                answers.add(Optional.empty());
                continue;
            }
            try {
                answers.addAll(together(List.of(submission)));
                failures = 0;
            } catch (RuntimeException e) {
                LOG.errorf(
                        "encounter %s failed with %s",
                        submission.content().id(), e.getClass().getName());
                answers.add(Optional.empty());
                failures++;
            }
        }
        return answers;
    }

    /** While the outbox is full the stream stands still, and with it the sender; false if that takes too long. */
    private boolean pressureFalls() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (pressure.isHigh()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }
}
