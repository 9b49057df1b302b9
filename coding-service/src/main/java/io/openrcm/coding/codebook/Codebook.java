package io.openrcm.coding.codebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The code table in memory, at most ten seconds behind what another replica loaded. */
@ApplicationScoped
public class Codebook {

    private static final Duration CHECK_EVERY = Duration.ofSeconds(10);

    private final Codes codes;
    private final Clock clock;

    private volatile CodeTable table = CodeTable.EMPTY;
    private volatile Instant nextCheckAt = Instant.MIN;
    private long loadedRelease = -1;

    public Codebook(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    public CodeTable table() {
        if (clock.instant().isAfter(nextCheckAt)) {
            refreshIfChanged();
        }
        return table;
    }

    /** Reads everything again, after this replica changed it. */
    public synchronized void reload() {
        loadedRelease = codes.newestRelease();
        table = codes.table();
        nextCheckAt = clock.instant().plus(CHECK_EVERY);
    }

    private synchronized void refreshIfChanged() {
        if (!clock.instant().isAfter(nextCheckAt)) {
            return;
        }
        if (codes.newestRelease() == loadedRelease) {
            nextCheckAt = clock.instant().plus(CHECK_EVERY);
        } else {
            reload();
        }
    }
}
