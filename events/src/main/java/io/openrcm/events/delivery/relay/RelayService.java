package io.openrcm.events.delivery.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The relay of a service that has a topic to write: {@code openrcm.topic}. */
@ApplicationScoped
public class RelayService implements OutboxRelay.Watcher {

    private static final Logger LOG = Logger.getLogger(RelayService.class);
    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String DRIVER_PROPERTY = DATASOURCE + "jdbc.additional-jdbc-properties.";
    private static final long STOP_SECONDS = 10;

    private final Optional<String> topic;
    private final boolean enabled;
    private final Config config;
    private final Map<String, Object> kafka;
    private final Counter sent;
    private volatile Backlog backlog = Backlog.NONE;
    private volatile @Nullable Exception trouble;
    private @Nullable OutboxRelay relay;
    private @Nullable Thread thread;

    RelayService(
            @ConfigProperty(name = "openrcm.topic") Optional<String> topic,
            @ConfigProperty(name = "openrcm.relay.enabled", defaultValue = "true") boolean enabled,
            Config config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters) {
        this.topic = topic;
        this.enabled = enabled;
        this.config = config;
        this.kafka = kafka;
        sent = Counter.builder("openrcm.relay.sent")
                .description("events sent and acknowledged")
                .register(meters);
        Gauge.builder("openrcm.outbox.depth", () -> backlog.depth())
                .description("events waiting to be sent")
                .register(meters);
        Gauge.builder("openrcm.outbox.oldest.age", () -> backlog.oldestAgeSeconds())
                .description("age of the event that waits longest")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Says that something was committed to the outbox. */
    public void wake() {
        var running = relay;
        if (running != null) {
            running.wake();
        }
    }

    /** What waited in the outbox a moment ago. */
    public Backlog backlog() {
        return backlog;
    }

    /** Why nothing is sent at the moment; null when all is well. */
    @Nullable
    Exception trouble() {
        return trouble;
    }

    void start(@Observes StartupEvent started) {
        if (topic.isEmpty() || !enabled) {
            LOG.info("no relay here");
            return;
        }
        var connections = new RelayConnections(
                config.getValue(DATASOURCE + "jdbc.url", String.class),
                config.getValue(DATASOURCE + "username", String.class),
                config.getValue(DATASOURCE + "password", String.class),
                driverProperties());
        relay = OutboxRelay.between(connections, Map.copyOf(kafka), topic.get(), this);
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(relay);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (relay == null || thread == null) {
            return;
        }
        relay.stop();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        thread.interrupt();
    }

    @Override
    public void sent(int events) {
        sent.increment(events);
    }

    @Override
    public void waiting(Backlog waiting) {
        backlog = waiting;
    }

    @Override
    public void trouble(@Nullable Exception because) {
        trouble = because;
    }

    private Map<String, String> driverProperties() {
        var properties = new HashMap<String, String>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(DRIVER_PROPERTY)) {
                properties.put(
                        name.substring(DRIVER_PROPERTY.length()).replace("\"", ""),
                        config.getValue(name, String.class));
            }
        }
        return properties;
    }
}
