package io.openrcm.events.delivery.checkpoints;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.publication.CheckpointPublisher;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends the checkpoints of the audit trail to a topic that the database's administrators cannot write: key is the service, value its line. */
@ApplicationScoped
public class CheckpointTopic implements CheckpointPublisher {

    public static final String TOPIC = "audit-checkpoints";

    private static final int PATIENCE_MS = 10_000;

    private final boolean enabled;
    private final Map<String, Object> kafka;
    private @Nullable Producer<String, String> producer;

    CheckpointTopic(
            @ConfigProperty(name = "openrcm.audit.checkpoint-topic", defaultValue = "true") boolean enabled,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.enabled = enabled;
        this.kafka = kafka;
    }

    @Override
    public void publish(Checkpoint checkpoint) throws ExecutionException, InterruptedException {
        if (enabled) {
            var line = new ProducerRecord<>(TOPIC, checkpoint.service(), checkpoint.toLine());
            var _ = producer().send(line).get();
        }
    }

    private synchronized Producer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(config(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(kafka);
        config.keySet().removeIf(name -> name.endsWith("serializer"));
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) PATIENCE_MS);
        return config;
    }
}
