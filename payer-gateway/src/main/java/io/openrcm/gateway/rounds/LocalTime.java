package io.openrcm.gateway.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time as the sender's place knows it, which is what stands on an envelope. */
@ApplicationScoped
public class LocalTime {

    private final Clock clock;
    private final ZoneId zone;

    LocalTime(Clock clock, @ConfigProperty(name = "openrcm.time-zone") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDateTime here() {
        return LocalDateTime.ofInstant(clock.instant(), zone);
    }
}
