package io.openrcm.gateway.submission;

import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.Intake;
import io.openrcm.events.delivery.Message;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What claims-service says. Only a released claim concerns a payer; nothing else is opened here. */
@ApplicationScoped
public class ClaimEventsConsumer {

    private static final String TOPIC = "claim-events";

    private final Intake intake;
    private final QueueClaims queueClaims;

    ClaimEventsConsumer(Intake intake, QueueClaims queueClaims) {
        this.intake = intake;
        this.queueClaims = queueClaims;
    }

    @Incoming(TOPIC)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        intake.apply(TOPIC, ClaimEvent.class, ClaimReleased.class::equals, records, this::apply);
    }

    void apply(List<Message<ClaimEvent>> messages) {
        queueClaims.queue(messages.stream().map(ReleasedClaim::new).toList());
    }
}
