package io.openrcm.security.audit.chain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the audit trail sealed and its checkpoints published, as often as {@code openrcm.audit.seal-every} says. */
@ApplicationScoped
public class AuditSealing {

    private static final Logger LOG = Logger.getLogger(AuditSealing.class);
    private static final long STOP_SECONDS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SealAuditTrail seal;
    private final Publication publication;
    private final boolean enabled;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean begun;
    private @Nullable String trouble;
    private @Nullable Thread thread;
    private volatile double unsealed;
    private volatile long allSealedAtNanos = System.nanoTime();

    AuditSealing(
            SealAuditTrail seal,
            Publication publication,
            @ConfigProperty(name = "openrcm.audit.sealer.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "openrcm.audit.seal-every", defaultValue = "1s") Duration every,
            MeterRegistry meters) {
        this.seal = seal;
        this.publication = publication;
        this.enabled = enabled;
        this.every = every;
        Gauge.builder("openrcm.audit.unsealed", () -> unsealed)
                .description("rows of the audit trail that waited for their seal after the last round")
                .register(meters);
        Gauge.builder("openrcm.audit.seal.lag", this::lagSeconds)
                .description("for how long rows of the audit trail may have been waiting for their seal")
                .baseUnit("seconds")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            allSealedAtNanos = System.nanoTime();
            thread = Thread.ofPlatform().name("audit-sealing").daemon().start(this::run);
        } else {
            LOG.info("the audit trail is not sealed here");
        }
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            thread.interrupt();
        }
    }

    private double lagSeconds() {
        return enabled ? (System.nanoTime() - allSealedAtNanos) / NANOS_PER_SECOND : Double.NaN;
    }

    private void run() {
        try {
            do {
                sealAndPublish();
            } while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sealAndPublish() {
        try {
            if (!begun) {
                // The one before us may have ended between sealing and publishing.
                seal.lastCheckpoint().ifPresent(publication::add);
                begun = true;
            }
            sealAll();
            publication.publish();
            say(null);
        } catch (Exception failed) {
            say(failed);
        }
    }

    private void sealAll() {
        SealingRound.Outcome outcome;
        do {
            long beganAtNanos = System.nanoTime();
            outcome = seal.now();
            unsealed = outcome.waiting();
            if (outcome.waiting() == 0) {
                allSealedAtNanos = beganAtNanos;
            }
            if (outcome.checkpoint() != null) {
                publication.add(outcome.checkpoint());
            }
        } while (outcome.sealed() > 0 && outcome.waiting() > 0 && stopping.getCount() > 0);
    }

    /** Once when it begins and once when it is over, not every second. */
    private void say(@Nullable Exception failed) {
        var because = failed == null ? null : failed.toString();
        if (!Objects.equals(because, trouble)) {
            if (failed == null) {
                LOG.info("the audit trail is sealed and published again");
            } else {
                LOG.error("the audit trail cannot be sealed or published", failed);
            }
            trouble = because;
        }
    }
}
