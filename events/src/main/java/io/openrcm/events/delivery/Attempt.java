package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import io.openrcm.events.delivery.inbox.InboxTable;
import io.openrcm.events.delivery.inbox.ParkedMessage.State;
import io.openrcm.events.delivery.inbox.ParkedTable;
import io.openrcm.events.delivery.inbox.Received;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Undecodable;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.access.RolesOfTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens to messages within one transaction. */
final class Attempt {

    private Attempt() {}

    /**
     * Applies the messages whose turn it is and sets aside those that must wait or cannot be read; says what it did.
     *
     * @param named the facilities for which the transaction is
     */
    static <E extends Event> Sorting<E> apply(
            Connection connection,
            Subscription<E> subscription,
            EventCodec codec,
            List<Received> messages,
            Facilities named)
            throws SQLException {
        var topic = subscription.topic();
        var fresh = fresh(connection, topic, messages);
        var positions = InboxTable.positions(connection, topic, aggregateIds(fresh));
        int repeated = messages.size() - fresh.size();
        Sorting<E> sorting = Sorting.of(
                fresh,
                repeated,
                positions,
                subscription::heeds,
                (headers, payload) -> open(codec, subscription, headers, payload));
        if (!sorting.ready().isEmpty()) {
            var ready = facilities(sorting.readyFrom());
            if (!ready.equals(named)) {
                RolesOfTransaction.narrow(connection, ready);
            }
            subscription.effect().accept(List.copyOf(sorting.ready()));
        }
        InboxTable.advance(connection, topic, sorting.positions());
        setAside(connection, topic, sorting);
        return sorting;
    }

    /**
     * Those that the messages name, for the transaction to begin with. The effect is for the facilities of the messages that are applied, and for
     * no other; mostly these are the same.
     */
    static Facilities facilities(List<Received> messages) {
        return Facilities.of(messages.stream()
                .map(Received::headers)
                .filter(Objects::nonNull)
                .map(EventHeaders::facility)
                .filter(Objects::nonNull)
                .filter(Facilities::isFacility)
                .collect(Collectors.toSet()));
    }

    /** Sets aside a message with which everything else had failed. */
    static void park(Connection connection, String topic, Received message, String code) throws SQLException {
        if (message.isParked()) {
            ParkedTable.parkAgain(connection, message.parkedId(), code);
        } else if (!InboxTable.enter(connection, topic, List.of(message.eventId()))
                .isEmpty()) {
            ParkedTable.insert(connection, topic, message, State.PARKED, code);
        }
    }

    private static void setAside(Connection connection, String topic, Sorting<?> sorting) throws SQLException {
        for (var message : sorting.waiting()) {
            if (!message.isParked()) {
                ParkedTable.insert(connection, topic, message, State.WAITING, ParkedTable.EARLIER_MISSING);
            }
        }
        for (var parked : sorting.parked().entrySet()) {
            if (parked.getKey().isParked()) {
                ParkedTable.parkAgain(connection, parked.getKey().parkedId(), parked.getValue());
            } else {
                ParkedTable.insert(connection, topic, parked.getKey(), State.PARKED, parked.getValue());
            }
        }
        var done = Stream.of(sorting.readyFrom(), sorting.unheeded(), sorting.old())
                .flatMap(List::stream)
                .filter(Received::isParked)
                .map(Received::parkedId)
                .toList();
        if (!done.isEmpty()) {
            ParkedTable.applied(connection, done);
        }
    }

    private static <E extends Event> E open(
            EventCodec codec, Subscription<E> subscription, EventHeaders headers, byte[] payload) {
        Event event = codec.open(headers, payload);
        if (!subscription.type().isInstance(event)) {
            throw new Undecodable(Undecodable.WRONG_TOPIC, "");
        }
        // What the headers name decides on order, locks and whose record it is; the effect goes by the event.
        if (!event.aggregateId().equals(headers.subject())) {
            throw new Undecodable(Undecodable.WRONG_AGGREGATE, "");
        }
        return subscription.type().cast(event);
    }

    /** Those of the messages that nobody has dealt with; from now on, somebody has. The second of two alike is not fresh. */
    private static List<Received> fresh(Connection connection, String topic, List<Received> messages)
            throws SQLException {
        var eventIds = new HashSet<UUID>();
        var parkedIds = new HashSet<Long>();
        for (var message : messages) {
            var _ = message.isParked() ? parkedIds.add(message.parkedId()) : eventIds.add(message.eventId());
        }
        Set<UUID> entered = eventIds.isEmpty() ? eventIds : InboxTable.enter(connection, topic, eventIds);
        Set<Long> waiting = parkedIds.isEmpty() ? parkedIds : ParkedTable.lockWaiting(connection, parkedIds);
        Predicate<Received> isFresh =
                message -> message.isParked() ? waiting.remove(message.parkedId()) : entered.remove(message.eventId());
        return messages.stream().filter(isFresh).toList();
    }

    private static Set<UUID> aggregateIds(List<Received> messages) {
        return messages.stream()
                .map(Received::headers)
                .filter(Objects::nonNull)
                .map(EventHeaders::subject)
                .collect(Collectors.toSet());
    }
}
