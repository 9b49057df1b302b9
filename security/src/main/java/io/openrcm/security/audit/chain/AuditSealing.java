package io.openrcm.security.audit.chain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the audit trail sealed as often as {@code openrcm.audit.seal-every} says, and tells of each checkpoint. */
@ApplicationScoped
public class AuditSealing {

    private static final Logger LOG = Logger.getLogger(AuditSealing.class);
    private static final double NANOS_PER_SECOND = 1e9;

    private final SealAuditTrail seal;
    private final Event<Checkpoint> checkpoints;
    private final boolean enabled;
    private final Duration every;
    private boolean begun;
    private @Nullable Repeating repeating;
    private volatile double unsealed;
    private volatile long allSealedAtNanos = System.nanoTime();

    AuditSealing(
            SealAuditTrail seal,
            Event<Checkpoint> checkpoints,
            @ConfigProperty(name = "openrcm.audit.sealer.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "openrcm.audit.seal-every", defaultValue = "1s") Duration every,
            MeterRegistry meters) {
        this.seal = seal;
        this.checkpoints = checkpoints;
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
            repeating = Repeating.start("audit-sealing", every, this::sealAll);
        } else {
            LOG.info("the audit trail is not sealed here");
        }
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        if (repeating != null) {
            repeating.stop();
        }
    }

    private double lagSeconds() {
        return enabled ? (System.nanoTime() - allSealedAtNanos) / NANOS_PER_SECOND : Double.NaN;
    }

    private void sealAll() {
        if (!begun) {
            // The one before us may have ended between sealing and telling.
            seal.lastCheckpoint().ifPresent(checkpoints::fire);
            begun = true;
        }
        SealingRound.Outcome outcome;
        do {
            long beganAtNanos = System.nanoTime();
            outcome = seal.now();
            unsealed = outcome.waiting();
            if (outcome.waiting() == 0) {
                allSealedAtNanos = beganAtNanos;
            }
            if (outcome.checkpoint() != null) {
                checkpoints.fire(outcome.checkpoint());
            }
        } while (outcome.sealed() > 0 && outcome.waiting() > 0);
    }
}
