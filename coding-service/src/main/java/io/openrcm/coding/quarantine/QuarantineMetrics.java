package io.openrcm.coding.quarantine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.coding.encounter.Encounters;
import io.openrcm.coding.encounter.Encounters.Quarantine;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** {@code openrcm.encounters.quarantined} and {@code openrcm.encounters.quarantined.oldest.age} in seconds. */
@ApplicationScoped
public class QuarantineMetrics {

    private final Encounters encounters;
    private final Acting acting;
    private final Clock clock;

    public QuarantineMetrics(Encounters encounters, Acting acting, Clock clock) {
        this.encounters = encounters;
        this.acting = acting;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        var _ = Gauge.builder("openrcm.encounters.quarantined", this, QuarantineMetrics::count)
                .description("Encounters that wait to be mended")
                .register(registry);
        var _ = Gauge.builder("openrcm.encounters.quarantined.oldest.age", this, QuarantineMetrics::ageSeconds)
                .description("How long the oldest quarantined encounter waits")
                .baseUnit("seconds")
                .register(registry);
    }

    private double count() {
        return now().count();
    }

    private double ageSeconds() {
        return now().oldestSince()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private Quarantine now() {
        return acting.asService(
                Facilities.ALL, () -> QuarkusTransaction.requiringNew().call(encounters::quarantine));
    }
}
