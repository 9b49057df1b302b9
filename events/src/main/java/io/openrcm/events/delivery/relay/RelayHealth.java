package io.openrcm.events.delivery.relay;

import io.openrcm.events.delivery.relay.EventTopic.WrongPartitionCount;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready when the topic can never be written to as it is. Kafka being away does not count: what is said meanwhile waits in the outbox.
 */
@Readiness
@ApplicationScoped
public class RelayHealth implements HealthCheck {

    private final RelayService relay;

    RelayHealth(RelayService relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("outbox-relay")
                .withData("waiting", relay.backlog().depth());
        return relay.trouble() instanceof WrongPartitionCount wrong
                ? answer.down().withData("because", wrong.getMessage()).build()
                : answer.up().build();
    }
}
