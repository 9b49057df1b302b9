package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a service does with the messages of a topic.
 *
 * @param heeded which of the topic's events are of any concern to it
 */
record Subscription<E extends Event>(
        String topic, Class<E> type, Predicate<Class<? extends E>> heeded, Consumer<List<Message<E>>> effect) {

    /** False: the event belongs to this topic and is of no concern; nobody needs to open it. */
    boolean heeds(String wireType) {
        var event = EventCodec.types().get(wireType);
        return event == null || !type.isAssignableFrom(event) || heeded.test(event.asSubclass(type));
    }
}
