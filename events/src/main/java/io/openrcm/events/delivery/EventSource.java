package io.openrcm.events.delivery;

import io.openrcm.events.FacilityId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An aggregate whose facts go out in order. */
public interface EventSource {

    UUID aggregateId();

    /** The facility whose record it is; null for what concerns none, or several, as a payer's payment does. */
    @Nullable
    FacilityId facility();

    /**
     * The number of the aggregate's next event: 1, 2, 3 and so on without a gap. Increments the persisted column {@code event_seq}, which
     * starts at 0. The row must also be protected against concurrent change ({@code @Version}, or read for update), for the order of events
     * is the order in which the row was locked.
     */
    long nextEventSeq();
}
