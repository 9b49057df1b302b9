package io.openrcm.followup;

import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.delivery.Message;
import io.openrcm.followup.triage.TriageClaimNews;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** What claims-service says, at the test's word. */
@ApplicationScoped
public class Hearing {

    private final TriageClaimNews triageClaimNews;

    Hearing(TriageClaimNews triageClaimNews) {
        this.triageClaimNews = triageClaimNews;
    }

    @SafeVarargs
    public final void hear(Message<? extends ClaimEvent>... messages) {
        List<Message<ClaimEvent>> batch = Arrays.stream(messages)
                .map(m -> new Message<ClaimEvent>(
                        m.eventId(),
                        m.aggregateId(),
                        m.seq(),
                        m.correlationId(),
                        m.occurredAt(),
                        m.facility(),
                        m.event()))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> triageClaimNews.triage(batch));
    }
}
