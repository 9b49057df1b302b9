package io.openrcm.events.delivery;

import io.openrcm.events.delivery.relay.RelayService;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether so much waits to be said that no new work should be taken in: then answer 503 with Retry-After. */
@ApplicationScoped
public class OutboxPressure {

    private final RelayService relay;
    private final long highDepth;

    OutboxPressure(
            RelayService relay,
            @ConfigProperty(name = "openrcm.outbox.high-depth", defaultValue = "200000") long highDepth) {
        this.relay = relay;
        this.highDepth = highDepth;
    }

    /** True while more events than {@code openrcm.outbox.high-depth} wait; measured every two seconds. */
    public boolean isHigh() {
        return relay.backlog().depth() > highDepth;
    }
}
