package io.openrcm.events.delivery;

import io.openrcm.events.ClaimId;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The effect that a consumer has: changes an aggregate for each message, and says so. */
@ApplicationScoped
public class Tallies {

    static final int UNBEARABLE_LEVEL = 13;
    static final int UNSTORABLE_LEVEL = 14;

    private final EntityManager entities;
    private final Outbox outbox;

    Tallies(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    void hear(List<Message<FollowUpEvent>> messages) {
        for (var message : messages) {
            if (message.event() instanceof AppealFiled appeal) {
                hear(message, appeal);
            }
        }
    }

    private void hear(Message<FollowUpEvent> message, AppealFiled appeal) {
        var tally = entities.find(Tally.class, message.aggregateId());
        if (tally == null) {
            tally = new Tally(message.aggregateId());
            entities.persist(tally);
        }
        tally.hear(appeal.level());
        outbox.record(message.cause(), tally, appeal);
        if (appeal.level() == UNBEARABLE_LEVEL) {
            throw new UnsupportedOperationException("level " + appeal.level());
        }
        if (appeal.level() == UNSTORABLE_LEVEL) {
            entities.createNativeQuery("select 1 / 0").getResultList();
        }
    }

    static AppealFiled anAppeal(UUID claimId, int level) {
        return new AppealFiled(new ClaimId(claimId), new UUID(0, level), level, LocalDate.of(2026, 3, 2), "a.person");
    }
}
