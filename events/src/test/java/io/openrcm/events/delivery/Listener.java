package io.openrcm.events.delivery;

import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as the services have them. */
@ApplicationScoped
public class Listener {

    private final Intake intake;
    private final EntityManager entities;

    Listener(Intake intake, EntityManager entities) {
        this.intake = intake;
        this.entities = entities;
    }

    @Incoming("heard")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        intake.apply(Wire.TOPIC, FollowUpEvent.class, records, this::hear);
    }

    private void hear(List<Message<FollowUpEvent>> messages) {
        for (var message : messages) {
            if (message.event() instanceof AppealFiled appeal) {
                var tally = entities.find(Tally.class, message.aggregateId());
                if (tally == null) {
                    tally = new Tally(message.aggregateId());
                    entities.persist(tally);
                }
                tally.hear(appeal.level());
            }
        }
    }
}
