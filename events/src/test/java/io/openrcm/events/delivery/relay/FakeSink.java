package io.openrcm.events.delivery.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Kafka, as a list. */
final class FakeSink implements OutboxSink {

    final List<OutboxRow> arrived = new CopyOnWriteArrayList<>();
    private volatile Predicate<OutboxRow> failing = row -> false;
    private volatile boolean away;
    private final List<CompletableFuture<Void>> onTheirWay = new CopyOnWriteArrayList<>();

    void fail(Predicate<OutboxRow> rows) {
        failing = rows;
    }

    /** From now on nothing is acknowledged. */
    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
        onTheirWay.forEach(arrival -> arrival.complete(null));
    }

    @Override
    public List<Future<?>> send(List<OutboxRow> rows) {
        var futures = new ArrayList<Future<?>>();
        for (var row : rows) {
            var arrival = new CompletableFuture<Void>();
            futures.add(arrival);
            if (failing.test(row)) {
                arrival.completeExceptionally(new IllegalStateException("refused"));
                continue;
            }
            arrived.add(row);
            if (away) {
                onTheirWay.add(arrival);
            } else {
                arrival.complete(null);
            }
        }
        return futures;
    }

    @Override
    public void close() {}
}
