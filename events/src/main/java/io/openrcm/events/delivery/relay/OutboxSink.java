package io.openrcm.events.delivery.relay;

import java.util.List;
import java.util.concurrent.Future;

/** Where the relay sends to. */
public interface OutboxSink extends AutoCloseable {

    /**
     * Begins to send rows in the order given, each to the partition of its lane. May stop short when it can take no more.
     *
     * @return for each row begun, from the first, whether it has arrived for good; one that fails may have later ones of its lane arrive,
     *     so a failed sink is closed and never used again
     */
    List<Future<?>> send(List<OutboxRow> rows);

    /** Drops what is still on its way. */
    @Override
    void close();
}
