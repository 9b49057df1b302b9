package io.openrcm.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.servers.ServersProcess;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The real topics, with claims-service's voice and ear played by the test. */
@ApplicationScoped
public class EventTopics {

    private record Said(long seq, PayerEvent event) {}

    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<UUID, AtomicLong> seqs = new ConcurrentHashMap<>();
    private final Map<UUID, List<Said>> heard = new ConcurrentHashMap<>();

    EventTopics(EventCodec codec) {
        this.codec = codec;
        producer = new KafkaProducer<>(ServersProcess.kafkaClient(), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                ServersProcess.kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor("payer-events").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void close(@Observes ShutdownEvent stopping) {
        producer.close();
        consumer.close();
    }

    /** Says a fact as claims-service does: once, under the aggregate's next number, in the name of the claim's facility. */
    public ProducerRecord<String, byte[]> say(ClaimReleased event) {
        return say(event, event.claim().facility());
    }

    public ProducerRecord<String, byte[]> say(ClaimReleased event, FacilityId inTheNameOf) {
        long seq = seqs.computeIfAbsent(event.aggregateId(), unused -> new AtomicLong())
                .incrementAndGet();
        var headers = new EventHeaders(
                Ids.derived(event.aggregateId(), "test event " + seq),
                EventCodec.wireType(event),
                "/claims-service",
                event.aggregateId(),
                Instant.now(),
                seq,
                Ids.derived("test cause"),
                Ids.derived(event.aggregateId(), "correlation"),
                null,
                inTheNameOf.value());
        var message = new ProducerRecord<>(
                "claim-events",
                Lane.of(event.aggregateId()),
                event.aggregateId().toString(),
                codec.seal(headers, event),
                EventHeaders.fromLines(headers.toLines()));
        say(message);
        return message;
    }

    public void say(ProducerRecord<String, byte[]> message) {
        try {
            assertThat(producer.send(message).get().hasOffset()).isTrue();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public List<PayerEvent> heardAbout(ClaimId claim) {
        return heardAbout(claim.value());
    }

    /** What payer-gateway has said about an aggregate until now, in order and each once. */
    public synchronized List<PayerEvent> heardAbout(UUID aggregate) {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
            var headers = EventHeaders.read(record.headers());
            PayerEvent event = codec.open(headers, record.value());
            var said = heard.computeIfAbsent(headers.subject(), unused -> new CopyOnWriteArrayList<>());
            if (said.stream().noneMatch(one -> one.seq() == headers.aggregateSeq())) {
                said.add(new Said(headers.aggregateSeq(), event));
            }
        }
        return heard.getOrDefault(aggregate, List.of()).stream()
                .map(Said::event)
                .toList();
    }

    public List<PayerEvent> awaitAbout(ClaimId claim, int events) {
        return awaitAbout(claim.value(), events);
    }

    /** Waits until so many events are there. */
    public List<PayerEvent> awaitAbout(UUID aggregate, int events) {
        var last = new ArrayList<PayerEvent>();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            last.clear();
            last.addAll(heardAbout(aggregate));
            assertThat(last).hasSizeGreaterThanOrEqualTo(events);
        });
        return last;
    }
}
