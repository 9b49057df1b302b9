package io.openrcm.events.delivery;

import io.openrcm.events.Event;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.delivery.relay.OutboxEntry;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Caller;
import io.openrcm.security.audit.AuditTrail;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What this service has to say, saved in the transaction of the change it is about: both are committed or neither. The events of one
 * transaction are written together, after everything else, in the order in which they were recorded.
 */
@ApplicationScoped
public class Outbox {

    private final OutboxWriter writer;
    private final EventCodec codec;
    private final AuditTrail trail;
    private final Acting acting;
    private final Instance<Clock> clock;
    private final Optional<String> topic;
    private final String source;

    Outbox(
            OutboxWriter writer,
            EventCodec codec,
            AuditTrail trail,
            Acting acting,
            Instance<Clock> clock,
            @ConfigProperty(name = "openrcm.topic") Optional<String> topic,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.writer = writer;
        this.codec = codec;
        this.trail = trail;
        this.acting = acting;
        this.clock = clock;
        this.topic = topic;
        source = "/" + service;
    }

    /**
     * Records the next fact about an aggregate. Before the transaction commits, the persistence context is flushed and so the aggregate's
     * row locked; then the event is written.
     *
     * @throws IllegalArgumentException if the event is about another aggregate, or larger than 256 KiB
     */
    @Transactional(TxType.MANDATORY)
    public void record(Cause cause, EventSource aggregate, Event event) {
        record(cause, aggregate.aggregateId(), aggregate.nextEventSeq(), aggregate.facility(), event);
    }

    /**
     * Records a fact about an aggregate that is no entity. The caller has counted {@code seq} in this transaction, in a row that is now
     * locked.
     */
    @Transactional(TxType.MANDATORY)
    public void record(Cause cause, UUID aggregateId, long seq, @Nullable FacilityId facility, Event event) {
        if (!event.aggregateId().equals(aggregateId)) {
            throw new IllegalArgumentException(EventCodec.wireType(event) + " is about another aggregate");
        }
        var headers = new EventHeaders(
                eventId(cause, aggregateId, seq),
                EventCodec.wireType(event),
                source,
                aggregateId,
                now(),
                seq,
                cause.id(),
                cause.correlationId(),
                traceparent(),
                facility == null ? null : facility.value());
        writer.add(new OutboxEntry(
                topic.orElseThrow(() -> new IllegalStateException("openrcm.topic is not set")),
                headers,
                codec.seal(headers, event)));
        putOnRecord(headers);
    }

    /** What people and machines ask for is on record as they asked for it; what the service did by itself, as what came of it. */
    private void putOnRecord(EventHeaders headers) {
        if (acting.known().kind() == Caller.Kind.SERVICE) {
            trail.recordWork(
                    AuditTrail.Work.told(headers.type(), headers.facility()),
                    headers.subject(),
                    headers.correlationId(),
                    headers.causationId());
        }
    }

    /** The same cause handled again makes the same events again. */
    static UUID eventId(Cause cause, UUID aggregateId, long seq) {
        return Ids.derived(cause.id(), aggregateId + "/" + seq);
    }

    private Instant now() {
        return clock.isResolvable() ? clock.get().instant() : Instant.now();
    }

    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
