package io.openrcm.rest.record;

import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Caller;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Refused calls on their way to the audit trail: at most a second, and the same refusal of the same caller is one row with a count, so that
 * a flood of them does not become a flood of rows.
 */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int MOST_KINDS = 2_000;

    private record Refusal(@Nullable Caller caller, AuditEntry entry) {}

    private final AuditTrail trail;
    private final Acting acting;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("refused-calls").factory());
    private Map<Refusal, Integer> waiting = new HashMap<>();

    Refusals(AuditTrail trail, Acting acting) {
        this.trail = trail;
        this.acting = acting;
    }

    void start(@Observes StartupEvent started) {
        var _ = clock.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        clock.shutdown();
        write();
    }

    /** Of more kinds of refusals than are kept, those that come last are counted under the caller's name only. */
    synchronized void note(@Nullable Caller caller, AuditEntry entry) {
        var refusal = new Refusal(caller, entry);
        if (waiting.size() >= MOST_KINDS && !waiting.containsKey(refusal)) {
            refusal = new Refusal(
                    caller, AuditEntry.execute("many-kinds-of-calls").refused("REFUSED"));
        }
        waiting.merge(refusal, 1, Integer::sum);
    }

    private synchronized Map<Refusal, Integer> take() {
        var taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<Refusal, Integer> taken) {
        taken.forEach((refusal, times) -> waiting.merge(refusal, times, Integer::sum));
    }

    private void write() {
        var taken = take();
        try {
            while (!taken.isEmpty()) {
                var next = taken.entrySet().iterator().next();
                write(next.getKey(), next.getValue());
                taken.remove(next.getKey());
            }
        } catch (RuntimeException unavailable) {
            // Kept, and tried again in a second; its message may repeat a row.
            LOG.errorf(
                    "refused calls could not be put on record: %s",
                    unavailable.getClass().getName());
            putBack(taken);
        }
    }

    private void write(Refusal refusal, int times) {
        var entry = refusal.entry().times(times);
        var caller = refusal.caller();
        if (caller == null) {
            trail.recordApart(entry);
        } else {
            var _ = acting.as(caller, () -> {
                trail.recordApart(entry);
                return true;
            });
        }
    }
}
