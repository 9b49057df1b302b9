package io.openrcm.events.delivery.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.openrcm.events.delivery.wire.EventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends to Kafka: idempotent, acknowledged by all, and with no time-out, so that nothing overtakes what the broker has not taken. */
public final class KafkaSink implements OutboxSink {

    private final Producer<byte[], byte[]> producer;

    /** Takes bootstrap servers and security as any Kafka client does. */
    public KafkaSink(Map<String, Object> connection) {
        producer = new KafkaProducer<>(config(connection), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public List<Future<?>> send(List<OutboxRow> rows) {
        var sent = new ArrayList<Future<?>>(rows.size());
        for (var row : rows) {
            var future = producer.send(record(row));
            sent.add(future);
            if (future.state() == Future.State.FAILED) {
                return sent;
            }
        }
        return sent;
    }

    private static ProducerRecord<byte[], byte[]> record(OutboxRow row) {
        return new ProducerRecord<>(
                row.topic(),
                row.lane(),
                row.aggregateId().toString().getBytes(US_ASCII),
                row.payload(),
                EventHeaders.fromLines(row.headers()));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<String, Object> config(Map<String, Object> connection) {
        var config = new HashMap<>(connection);
        config.keySet().removeIf(name -> name.endsWith("serializer"));
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // A batch that expired while a later one of its partition still arrives would break the order.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // Shorter than a heartbeat may be old.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000L);
        return config;
    }
}
