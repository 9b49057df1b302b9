package io.openrcm.events.transcript;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the step that is being told; whatever a service does because of it is done at that moment. */
public final class StoryClock extends Clock {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-02T00:00:00Z"));

    static void set(Instant now) {
        NOW.set(now);
    }

    @Override
    public Instant instant() {
        return NOW.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
