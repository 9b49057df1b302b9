package io.openrcm.claims;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The time in tests: filing limits do not pass while the years do. */
public class FixedClock {

    public static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
