package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import io.openrcm.events.FacilityId;
import io.openrcm.events.delivery.wire.Undecodable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was delivered: once, and in the order of its aggregate.
 *
 * @param seq 1, 2, 3 and so on within the aggregate
 * @param occurredAt when the sender recorded the event
 * @param facility the facility whose record this is about, as the sender names it; absent for what concerns no facility or several
 */
public record Message<E extends Event>(
        UUID eventId,
        UUID aggregateId,
        long seq,
        UUID correlationId,
        Instant occurredAt,
        @Nullable FacilityId facility,
        E event) {

    /** For what happens because of this message. */
    public Cause cause() {
        return new Cause(eventId, correlationId);
    }

    /**
     * To be asked before a record is changed because of this message. A batch may change records of every facility that is named in it, so the
     * database alone would let a message through that names another than its own beside an honest one of that facility.
     *
     * @throws Undecodable if the message does not name the facility whose record it is
     */
    public void requireFacility(FacilityId owner) {
        if (!owner.equals(facility)) {
            throw new Undecodable(Undecodable.WRONG_FACILITY, "");
        }
    }
}
