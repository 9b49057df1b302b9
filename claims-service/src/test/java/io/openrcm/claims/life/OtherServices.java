package io.openrcm.claims.life;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Event;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.events.delivery.wire.Lane;
import io.openrcm.servers.ServersProcess;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the other services would say over Kafka, and what they would hear of claims-service. */
@ApplicationScoped
public class OtherServices {

    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> mouth;
    private final KafkaConsumer<String, byte[]> ear;
    private final Map<String, Long> lastSeq = new HashMap<>();
    private final List<ClaimEvent> heard = new ArrayList<>();

    public OtherServices(EventCodec codec) {
        this.codec = codec;
        mouth = new KafkaProducer<>(ServersProcess.kafkaClient(), new StringSerializer(), new ByteArraySerializer());
        var listening = new HashMap<>(ServersProcess.kafkaClient());
        listening.put("group.id", UUID.randomUUID().toString());
        listening.put("auto.offset.reset", "earliest");
        ear = new KafkaConsumer<>(listening, new StringDeserializer(), new ByteArrayDeserializer());
        ear.subscribe(List.of("claim-events"));
    }

    @PreDestroy
    void close() {
        mouth.close();
        ear.close();
    }

    /** Says the next fact about the event's aggregate. */
    public void say(String topic, Event event) {
        sayFor("LAKESIDE", topic, event);
    }

    /** As {@link #say}, about a record of this facility. */
    public void sayFor(String facility, String topic, Event event) {
        send(facility, topic, event, lastSeq.merge(topic + event.aggregateId(), 1L, Long::sum));
    }

    /** Delivers the latest fact about the event's aggregate a second time. */
    public void sayAgain(String topic, Event event) {
        send("LAKESIDE", topic, event, lastSeq.get(topic + event.aggregateId()));
    }

    private void send(String facility, String topic, Event event, long seq) {
        var aggregate = event.aggregateId();
        var headers = new EventHeaders(
                Ids.derived(aggregate, topic + "/" + seq),
                EventCodec.wireType(event),
                "/test",
                aggregate,
                Instant.now(),
                seq,
                Ids.derived("cause"),
                aggregate,
                null,
                facility);
        var message = new ProducerRecord<>(
                topic,
                Lane.of(aggregate),
                aggregate.toString(),
                codec.seal(headers, event),
                EventHeaders.fromLines(headers.toLines()));
        try {
            var _ = mouth.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the message", e);
        }
    }

    /** Waits until claims-service has said {@code count} things about the claim; these are their types in order. */
    public List<String> hear(ClaimId claim, int count) {
        await().atMost(30, SECONDS).until(() -> poll(claim).size() >= count);
        return poll(claim).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    /** The last event of this type about the claim; it has been heard. */
    public <E extends ClaimEvent> E last(ClaimId claim, Class<E> type) {
        return poll(claim).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private synchronized List<ClaimEvent> poll(ClaimId claim) {
        for (ConsumerRecord<String, byte[]> record : ear.poll(Duration.ofMillis(50))) {
            var headers = EventHeaders.read(record.headers());
            heard.add(codec.open(headers, record.value()));
        }
        return heard.stream()
                .filter(event -> event.aggregateId().equals(claim.value()))
                .toList();
    }
}
