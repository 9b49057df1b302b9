package io.openrcm.claims.intake;

import io.openrcm.claims.claim.Claims;
import io.openrcm.claims.posting.PostingBatch;
import io.openrcm.events.delivery.Intake;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.payer.PayerEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from payer-gateway what was sent to payers and what they answered. */
@ApplicationScoped
public class PayerEventsConsumer {

    private static final String TOPIC = "payer-events";

    private final Intake intake;
    private final Claims claims;
    private final PostingBatch postingBatch;
    private final PayerAnswers answers;

    public PayerEventsConsumer(Intake intake, Claims claims, PostingBatch postingBatch, PayerAnswers answers) {
        this.intake = intake;
        this.claims = claims;
        this.postingBatch = postingBatch;
        this.answers = answers;
    }

    @Incoming(TOPIC)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        intake.apply(TOPIC, PayerEvent.class, records, this::apply);
    }

    void apply(List<Message<PayerEvent>> messages) {
        ClaimsOfBatch.lock(
                claims,
                messages.stream()
                        .filter(message -> message.event() instanceof PayerEvent.AboutClaim)
                        .toList());
        postingBatch.preload(messages);
        messages.forEach(answers::take);
    }
}
