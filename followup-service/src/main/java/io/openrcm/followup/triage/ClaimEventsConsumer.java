package io.openrcm.followup.triage;

import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.delivery.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what has become of claims; the claim itself, with the patient in it, is not opened here. */
@ApplicationScoped
public class ClaimEventsConsumer {

    static final String TOPIC = "claim-events";

    private final Intake intake;
    private final TriageClaimNews triageClaimNews;

    public ClaimEventsConsumer(Intake intake, TriageClaimNews triageClaimNews) {
        this.intake = intake;
        this.triageClaimNews = triageClaimNews;
    }

    @Incoming(TOPIC)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        intake.apply(TOPIC, ClaimEvent.class, type -> type != ClaimReleased.class, records, triageClaimNews::triage);
    }
}
