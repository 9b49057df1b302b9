package io.openrcm.events.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.events.Event;
import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.events.delivery.inbox.InboxDatabase;
import io.openrcm.events.delivery.inbox.ParkedTable;
import io.openrcm.events.delivery.inbox.Received;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what other services say: each message once, each aggregate's in order, a whole batch in one transaction with its effect.
 *
 * <p>What was dealt with before is dropped. What cannot be applied is found by halving the batch, each part in a transaction and persistence
 * context of its own, and set aside; the rest of the batch is applied. Later messages of that aggregate wait until it is retried or
 * dismissed, as they do for one that has not come yet.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int DUE_AT_ONCE = 500;
    private static final int TRIES_IN_CONTENTION = 4;
    private static final long CONTENTION_PAUSE_MS = 20;

    private final InboxDatabase database;
    private final EventCodec codec;
    private final MeterRegistry meters;
    private final Acting acting;
    private final AuditTrail trail;
    private final Map<String, Subscription<?>> subscriptions = new ConcurrentHashMap<>();

    Intake(InboxDatabase database, EventCodec codec, MeterRegistry meters, Acting acting, AuditTrail trail) {
        this.database = database;
        this.codec = codec;
        this.meters = meters;
        this.acting = acting;
        this.trail = trail;
    }

    /**
     * Applies a batch, and returns when all of it is applied or set aside.
     *
     * @param type the sealed interface of the topic's events; a message of another is parked with {@code WRONG_TOPIC}
     * @param effect called within the transaction with the messages whose turn it is; may be called again with some of them after a failure,
     *     when all it did before has been rolled back
     * @throws InboxDatabase.Stopped if the application ends while the database is away; then the batch is delivered again
     */
    public <E extends Event> void apply(
            String topic, Class<E> type, ConsumerRecords<String, byte[]> records, Consumer<List<Message<E>>> effect) {
        apply(topic, type, every -> true, records, effect);
    }

    /**
     * Applies a batch as {@link #apply(String, Class, ConsumerRecords, Consumer)} does.
     *
     * @param heeded which of the topic's events are of any concern here; the others are counted as heard and never opened
     */
    public <E extends Event> void apply(
            String topic,
            Class<E> type,
            Predicate<Class<? extends E>> heeded,
            ConsumerRecords<String, byte[]> records,
            Consumer<List<Message<E>>> effect) {
        var subscription = new Subscription<>(topic, type, heeded, effect);
        subscriptions.put(topic, subscription);
        var batch = new ArrayList<Received>(records.count());
        for (ConsumerRecord<String, byte[]> message : records) {
            batch.add(Received.from(message));
        }
        meters.summary("openrcm.intake.batch.size", "topic", topic).record(batch.size());
        inOwnName(() -> settleWithDue(subscription, batch.isEmpty() ? due(topic) : batch));
    }

    /** Whoever's request it is that has a message tried again: applying it is the service's own work. */
    private void inOwnName(Runnable work) {
        var _ = acting.asService(Facilities.NONE, () -> {
            work.run();
            return true;
        });
    }

    /** Applies the waiting messages of a topic whose turn has come, if this application listens to it. */
    void applyDue(String topic) {
        var subscription = subscriptions.get(topic);
        if (subscription != null) {
            inOwnName(() -> settleWithDue(subscription, due(topic)));
        }
    }

    /** And with those that have waited for them, and with those that have waited for these. */
    private void settleWithDue(Subscription<?> subscription, List<Received> messages) {
        var next = messages;
        while (!next.isEmpty()) {
            next = settle(subscription, next);
        }
    }

    private List<Received> due(String topic) {
        return database.patiently(
                () -> database.inTransaction(connection -> ParkedTable.due(connection, topic, DUE_AT_ONCE)));
    }

    /** What came of messages, and the waiting ones whose turn has come by that. */
    private record Settled(Sorting<?> sorting, List<Received> due) {}

    /** Returns when every one of these messages is applied or set aside, with the waiting ones whose turn has come. */
    private List<Received> settle(Subscription<?> subscription, List<Received> messages) {
        for (int tries = 1; ; tries++) {
            try {
                var settled = attempt(subscription, messages);
                count(subscription.topic(), settled.sorting());
                // Who let the earlier one pass at the same time has not seen that this waits for it.
                return settled.sorting().waiting().isEmpty() ? settled.due() : due(subscription.topic());
            } catch (InboxDatabase.Stopped stopped) {
                throw stopped;
            } catch (RuntimeException | StackOverflowError failed) {
                if (Fault.of(failed) == Fault.CONTENTION && tries < TRIES_IN_CONTENTION) {
                    database.pause(CONTENTION_PAUSE_MS * tries);
                } else if (messages.size() == 1) {
                    park(subscription.topic(), messages.getFirst(), Fault.code(failed));
                    return due(subscription.topic());
                } else {
                    int half = messages.size() / 2;
                    var _ = settle(subscription, messages.subList(0, half));
                    return settle(subscription, messages.subList(half, messages.size()));
                }
            }
        }
    }

    private Settled attempt(Subscription<?> subscription, List<Received> messages) {
        var topic = subscription.topic();
        var named = Attempt.facilities(messages);
        return acting.asService(
                named,
                () -> database.patiently(() -> database.inTransaction(connection -> {
                    var applied = Attempt.apply(connection, subscription, codec, messages, named);
                    applied.readyFrom().forEach(message -> putOnRecord(topic, message.headers()));
                    return new Settled(applied, ParkedTable.due(connection, topic, DUE_AT_ONCE));
                })));
    }

    private void putOnRecord(String topic, @Nullable EventHeaders applied) {
        if (applied != null) {
            trail.recordWork(
                    AuditTrail.Work.heard(
                            applied.type(), applied.facility(), topic, EventCodec.isAboutPatient(applied.type())),
                    applied.subject(),
                    applied.correlationId(),
                    applied.id());
        }
    }

    private void park(String topic, Received message, String code) {
        LOG.errorf("%s of %s parked: %s", message, topic, code);
        var _ = database.patiently(() -> database.inTransaction(connection -> {
            Attempt.park(connection, topic, message, code);
            return true;
        }));
        count(topic, "parked", 1);
    }

    private void count(String topic, Sorting<?> sorting) {
        sorting.parked().forEach((message, code) -> LOG.errorf("%s of %s parked: %s", message, topic, code));
        if (!sorting.waiting().isEmpty()) {
            LOG.warnf(
                    "%d messages of %s wait for earlier ones of their aggregates, first %s",
                    sorting.waiting().size(), topic, sorting.waiting().getFirst());
        }
        count(topic, "applied", sorting.ready().size());
        count(topic, "unheeded", sorting.unheeded().size());
        count(topic, "duplicate", sorting.duplicates());
        count(topic, "waiting", sorting.waiting().size());
        count(topic, "parked", sorting.parked().size());
    }

    private void count(String topic, String outcome, int messages) {
        if (messages > 0) {
            meters.counter("openrcm.intake.messages", "topic", topic, "outcome", outcome)
                    .increment(messages);
        }
    }
}
