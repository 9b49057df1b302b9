package io.openrcm.gateway.submission;

import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ClaimAcceptedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimAppealed;
import io.openrcm.events.claims.ClaimEvent.ClaimDenied;
import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimPaid;
import io.openrcm.events.claims.ClaimEvent.ClaimRejectedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimEvent.ClaimReversed;
import io.openrcm.events.claims.ClaimEvent.ClaimSubmitted;
import io.openrcm.events.claims.ClaimEvent.PostBillChangeFound;
import io.openrcm.events.claims.ClaimEvent.RemittanceExcepted;
import io.openrcm.events.claims.ClaimEvent.ResponsibilityMoved;
import io.openrcm.events.delivery.Intake;
import io.openrcm.events.delivery.Message;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What claims-service says. Only a released claim concerns a payer. */
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
        intake.apply(TOPIC, ClaimEvent.class, records, this::apply);
    }

    void apply(List<Message<ClaimEvent>> messages) {
        var released = new ArrayList<ReleasedClaim>();
        for (var message : messages) {
            switch (message.event()) {
                case ClaimReleased claim -> released.add(new ReleasedClaim(claim, message.cause()));
                case ClaimHeld _,
                        ClaimSubmitted _,
                        ClaimAcceptedByPayer _,
                        ClaimRejectedByPayer _,
                        ClaimPaid _,
                        ClaimDenied _,
                        ClaimReversed _,
                        ResponsibilityMoved _,
                        PostBillChangeFound _,
                        ClaimAppealed _,
                        RemittanceExcepted _ -> {}
            }
        }
        queueClaims.queue(released);
    }
}
