package io.openrcm.gateway.interchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.gateway.rounds.CrashPoint;
import io.openrcm.gateway.rounds.Faults;
import io.openrcm.gateway.rounds.Pace;
import io.openrcm.gateway.rounds.Round;
import io.openrcm.security.access.ForAllFacilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Step 5 of a claim's path: prepares a file for each partner for whom something waits, then delivers every file that is
 * prepared, also those of an earlier life of this process. Safe with any number of replicas.
 */
@ApplicationScoped
public class TransmitClaims implements Round {

    private static final Logger LOG = Logger.getLogger(TransmitClaims.class);

    private final PrepareInterchange prepareInterchange;
    private final DeliverInterchange deliverInterchange;
    private final AtomicInteger undelivered;

    TransmitClaims(
            PrepareInterchange prepareInterchange, DeliverInterchange deliverInterchange, MeterRegistry metrics) {
        this.prepareInterchange = prepareInterchange;
        this.deliverInterchange = deliverInterchange;
        this.undelivered =
                Objects.requireNonNull(metrics.gauge("openrcm.interchanges.undelivered", new AtomicInteger()));
    }

    @Override
    public String name() {
        return "transmit-claims";
    }

    /** A partner in trouble does not hold up the others. */
    @Override
    @ForAllFacilities
    public Pace go() {
        var pace = Pace.IDLE;
        var waiting = prepareInterchange.waiting();
        var prepared = new ArrayList<>(waiting.prepared());
        for (var partner : waiting.partners()) {
            pace = pace.or(attempt(
                    "prepare for " + partner,
                    () -> prepareInterchange.prepare(partner).map(prepared::add).orElse(false)));
        }
        CrashPoint.reached("after-prepare");
        int undeliverable = 0;
        for (var interchange : prepared) {
            var delivery = attempt("deliver " + interchange, () -> {
                deliverInterchange.deliver(interchange);
                return false;
            });
            undeliverable += delivery == Pace.TROUBLED ? 1 : 0;
            pace = pace.or(delivery);
        }
        CrashPoint.reached("after-delivery");
        undelivered.set(undeliverable);
        return pace;
    }

    private static Pace attempt(String what, BooleanSupplier step) {
        try {
            return step.getAsBoolean() ? Pace.MORE : Pace.IDLE;
        } catch (RuntimeException e) {
            LOG.errorf("%s: %s; will be tried again", what, Faults.typesOf(e));
            return Pace.TROUBLED;
        }
    }
}
