package io.openrcm.claims.timeline;

import io.openrcm.events.ClaimId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What happened to claims, in the order in which it became known. */
@ApplicationScoped
public class Timeline {

    private final EntityManager entities;

    public Timeline(EntityManager entities) {
        this.entities = entities;
    }

    public void add(TimelineEntry entry) {
        entities.persist(entry);
    }

    public List<TimelineEntry> of(ClaimId claimId) {
        return entities.createQuery(
                        "select e from TimelineEntry e where e.place.claimId = :claim order by e.place.entry",
                        TimelineEntry.class)
                .setParameter("claim", claimId.value())
                .getResultList();
    }
}
