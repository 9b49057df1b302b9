package io.openrcm.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openrcm.local.LocalStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Messages that no service wrote: one whose sealed part was altered, and one that is no JSON and names the patient openly. */
final class PlantedMessages {

    static final String TOPIC = "coding-events";

    /** In a header of what somebody planted openly, so that it is not taken for something the services said. */
    static final String PLANTED = "planted";

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LocalStack stack;

    PlantedMessages(LocalStack stack) {
        this.stack = stack;
    }

    void send() {
        var properties = new HashMap<String, Object>(stack.kafkaClient());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sealed = anySealed();
            var text = new String(sealed.value(), UTF_8);
            int middle = text.length() - 100;
            var altered =
                    text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1);
            var _ = producer.send(copy(sealed, altered));
            var open =
                    copy(sealed, "{\"encounterId\": " + Canaries.FAMILY.text() + " " + Canaries.SOCIAL_SECURITY.text());
            open.headers().add(PLANTED, new byte[0]);
            var _ = producer.send(open);
            producer.flush();
        }
    }

    /** With the headers of an event, but another id and another encounter, so that nobody has heard of it. */
    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> message, String value) {
        var subject = UUID.randomUUID().toString().getBytes(UTF_8);
        var copy = new ProducerRecord<>(TOPIC, message.partition(), subject, value.getBytes(UTF_8), message.headers());
        copy.headers().remove("ce_id").remove("ce_subject").remove("aggregateseq");
        copy.headers()
                .add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8))
                .add("ce_subject", subject)
                .add("aggregateseq", "1".getBytes(UTF_8));
        return copy;
    }

    private ConsumerRecord<byte[], byte[]> anySealed() {
        var properties = new HashMap<String, Object>(stack.kafkaClient());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                for (var message : consumer.poll(PAUSE)) {
                    if (new String(message.value(), UTF_8).contains("\"sealed\":")) {
                        return message;
                    }
                }
            }
        }
    }
}
