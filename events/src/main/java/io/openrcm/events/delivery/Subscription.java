package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import java.util.List;
import java.util.function.Consumer;

/** What a service does with the messages of a topic. */
record Subscription<E extends Event>(String topic, Class<E> type, Consumer<List<Message<E>>> effect) {}
