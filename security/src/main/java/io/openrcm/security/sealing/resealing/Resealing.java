package io.openrcm.security.sealing.resealing;

import io.openrcm.security.audit.chain.Repeating;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.resealing.Passes.Purpose;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every row is sealed, and under the present keys. What is plain is sealed before the service takes its first request,
 * because afterwards nothing plain is read; what is under an older key is sealed anew while it works.
 */
@ApplicationScoped
public class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);

    private final ResealRows reseal;
    private final Passes passes;
    private final FieldSealer sealer;
    private final BlindIndex index;
    private final List<SealedTable> tables;
    private final Duration every;
    private final Duration settle;
    private @Nullable Repeating repeating;

    Resealing(
            ResealRows reseal,
            Passes passes,
            FieldSealer sealer,
            BlindIndex index,
            @All List<SealedTable> tables,
            @ConfigProperty(name = "openrcm.resealing.every", defaultValue = "5m") Duration every,
            @ConfigProperty(name = "openrcm.resealing.settle", defaultValue = "2m") Duration settle) {
        this.reseal = reseal;
        this.passes = passes;
        this.sealer = sealer;
        this.index = index;
        this.tables = tables;
        this.every = every;
        this.settle = settle;
    }

    /** Before whatever else begins to work. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        sealPlainRows();
        repeating = Repeating.start("resealing", every, this::underPresentKeys);
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        if (repeating != null) {
            repeating.stop();
        }
    }

    /** The tables take no new plain content from their migration on, so one pass that finds none is the last. */
    public void sealPlainRows() {
        for (var table : tables) {
            boolean complete = passes.isComplete(table, Purpose.SEALED, Staleness.plain());
            while (!complete) {
                var pass = pass(table, Purpose.SEALED, Staleness.plain(), Duration.ZERO);
                complete = pass.stale() == pass.failed();
            }
        }
    }

    /** One pass through each table of which it is not known that no row is under an older key. */
    public void underPresentKeys() {
        for (var table : tables) {
            var staleness = Staleness.olderThan(sealer, index);
            if (!passes.isComplete(table, Purpose.PRESENT_KEYS, staleness)) {
                var _ = pass(table, Purpose.PRESENT_KEYS, staleness, settle);
            }
        }
    }

    private ResealRows.Pass pass(SealedTable table, Purpose purpose, Staleness staleness, Duration wait) {
        var beganAt = passes.now();
        var pass = reseal.pass(table, staleness);
        passes.note(table, purpose, staleness, beganAt, pass.stale() > 0, wait);
        if (pass.stale() > 0) {
            LOG.infof(
                    "%s: %d rows to be sealed anew, of which %d cannot be opened",
                    table.name(), pass.stale(), pass.failed());
        }
        return pass;
    }
}
