package io.openrcm.gateway.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the clockwork runs, and how long each round rests when there is nothing to do. */
@ApplicationScoped
class RoundSettings {

    private static final Duration DEFAULT_PAUSE = Duration.ofMillis(100);

    private final boolean on;
    private final Map<String, Duration> pauses;

    RoundSettings(
            @ConfigProperty(name = "openrcm.rounds") boolean on,
            @ConfigProperty(name = "openrcm.round-pause") Map<String, Duration> pauses) {
        this.on = on;
        this.pauses = pauses;
    }

    boolean areOn() {
        return on;
    }

    Duration pauseOf(Round round) {
        return pauses.getOrDefault(round.name(), DEFAULT_PAUSE);
    }
}
