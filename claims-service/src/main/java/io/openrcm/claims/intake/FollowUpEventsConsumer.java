package io.openrcm.claims.intake;

import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.claim.RecordAppeal;
import io.openrcm.claims.correction.ReplaceClaim;
import io.openrcm.events.delivery.Intake;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from followup-service what people did about claims. */
@ApplicationScoped
public class FollowUpEventsConsumer {

    private static final String TOPIC = "followup-events";

    private final Intake intake;
    private final Claims claims;
    private final ReplaceClaim replaceClaim;
    private final RecordAppeal recordAppeal;

    public FollowUpEventsConsumer(Intake intake, Claims claims, ReplaceClaim replaceClaim, RecordAppeal recordAppeal) {
        this.intake = intake;
        this.claims = claims;
        this.replaceClaim = replaceClaim;
        this.recordAppeal = recordAppeal;
    }

    @Incoming(TOPIC)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        intake.apply(TOPIC, FollowUpEvent.class, records, this::apply);
    }

    void apply(List<Message<FollowUpEvent>> messages) {
        ClaimsOfBatch.lock(claims, messages);
        for (Message<FollowUpEvent> message : messages) {
            switch (message.event()) {
                case CorrectionRequested requested -> replaceClaim.replace(message.cause(), requested);
                case AppealFiled filed -> recordAppeal.record(message.cause(), filed);
            }
        }
    }
}
