package io.openrcm.gateway.rounds;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The service's own clockwork: each piece of work goes round in a thread of its own until the service stops. */
@ApplicationScoped
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final int TROUBLED_PAUSES = 10;
    private static final int AFTER_SEEDING = 1_000;
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final List<Round> rounds;
    private final RoundSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Rounds(@All List<Round> rounds, RoundSettings settings) {
        this.rounds = rounds;
        this.settings = settings;
    }

    @Startup(AFTER_SEEDING)
    void start() {
        if (settings.areOn()) {
            for (var round : rounds) {
                threads.add(start(round));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        for (var thread : threads) {
            if (!thread.join(LAST_ROUND)) {
                LOG.warnf("%s has not come to its end", thread.getName());
            }
        }
    }

    private Thread start(Round round) {
        var pause = settings.pauseOf(round);
        return Thread.ofPlatform().name(round.name()).daemon().start(() -> {
            boolean stopped = false;
            while (!stopped) {
                stopped = await(pauseAfter(go(round), pause));
            }
        });
    }

    /** A fault never ends the rounds: whatever failed is still there and is tried again. */
    private static Pace go(Round round) {
        try {
            return round.go();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf("%s: %s; goes on", round.name(), Faults.typesOf(e));
            return Pace.TROUBLED;
        }
    }

    private static Duration pauseAfter(Pace pace, Duration pause) {
        return switch (pace) {
            case MORE -> Duration.ZERO;
            case IDLE -> pause;
            case TROUBLED -> pause.multipliedBy(TROUBLED_PAUSES);
        };
    }

    private boolean await(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
