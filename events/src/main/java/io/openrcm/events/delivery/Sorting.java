package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import io.openrcm.events.FacilityId;
import io.openrcm.events.delivery.inbox.Received;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Undecodable;
import io.openrcm.security.access.Facilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with each message of a batch. An aggregate's next event is ready; one before that is old; one after it waits. A message
 * that cannot be read is parked and does not advance its aggregate, so that all later ones wait for it.
 *
 * @param ready to be applied, in order, with where they came from
 * @param unheeded of no concern, in its turn; never opened
 * @param parked with the reason's code
 * @param old applied before, and so of no effect
 * @param repeated how many more messages had been dealt with before
 * @param positions the number of the last event that is done with, once {@code ready} is applied, of each aggregate that moves
 */
record Sorting<E extends Event>(
        List<Message<E>> ready,
        List<Received> readyFrom,
        List<Received> unheeded,
        List<Received> waiting,
        Map<Received, String> parked,
        List<Received> old,
        Map<UUID, Long> positions,
        int repeated) {

    /** Reads the event of a message, or throws {@link Undecodable}. */
    @FunctionalInterface
    interface Decoder<E extends Event> {
        E decode(EventHeaders headers, byte[] payload);
    }

    /** Sorts messages, given in the order in which they came, by how far their aggregates have been applied. */
    static <E extends Event> Sorting<E> of(
            List<Received> messages,
            int repeated,
            Map<UUID, Long> applied,
            Predicate<String> heeded,
            Decoder<E> decoder) {
        var sorting = new Sorting<E>(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new HashMap<>(),
                repeated);
        messages.forEach(message -> sorting.add(message, applied, heeded, decoder));
        return sorting;
    }

    int duplicates() {
        return old.size() + repeated;
    }

    private void add(Received message, Map<UUID, Long> applied, Predicate<String> heeded, Decoder<E> decoder) {
        var headers = message.headers();
        if (headers == null) {
            parked.put(message, Undecodable.INVALID_HEADERS);
            return;
        }
        var aggregateId = headers.subject();
        long next = positions.getOrDefault(aggregateId, applied.getOrDefault(aggregateId, 0L)) + 1;
        if (headers.aggregateSeq() < next) {
            old.add(message);
        } else if (headers.aggregateSeq() > next) {
            waiting.add(message);
        } else if (!heeded.test(headers.type())) {
            unheeded.add(message);
            positions.put(aggregateId, next);
        } else {
            try {
                var event = decoder.decode(headers, message.payload());
                ready.add(new Message<>(
                        headers.id(),
                        aggregateId,
                        next,
                        headers.correlationId(),
                        headers.time(),
                        facility(headers),
                        event));
                readyFrom.add(message);
                positions.put(aggregateId, next);
            } catch (Undecodable undecodable) {
                parked.put(message, undecodable.code());
            }
        }
    }

    private static @Nullable FacilityId facility(EventHeaders headers) {
        var named = headers.facility();
        if (named == null) {
            return null;
        }
        if (!Facilities.isFacility(named)) {
            throw new Undecodable(Undecodable.INVALID_HEADERS, "facility");
        }
        return new FacilityId(named);
    }
}
