package io.openrcm.security.emergency;

import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for emergency access, deciding about it, using it and looking at it afterwards. */
@ApplicationScoped
public class EmergencyAccesses {

    private static final String UNREVIEWED = """
            select a from EmergencyAccess a where (a.status in (APPROVED, ENDED) and a.expiresAt <= :now)""";

    private final EntityManager entities;
    private final Acting acting;
    private final Clock clock;

    EmergencyAccesses(EntityManager entities, Acting acting, Clock clock) {
        this.entities = entities;
        this.acting = acting;
        this.clock = clock;
    }

    @Transactional
    public EmergencyView request(EmergencyRequest request) {
        var access = new EmergencyAccess(UUID.randomUUID(), acting.known(), request, clock.instant());
        entities.persist(access);
        return access.view();
    }

    @Transactional
    public EmergencyView approve(UUID id) {
        var access = get(id);
        access.approve(acting.known(), clock.instant());
        return access.view();
    }

    @Transactional
    public EmergencyView refuse(UUID id) {
        var access = get(id);
        access.refuse(acting.known(), clock.instant());
        return access.view();
    }

    @Transactional
    public EmergencyView end(UUID id) {
        var access = get(id);
        access.end(acting.known(), clock.instant());
        return access.view();
    }

    @Transactional
    public EmergencyView review(UUID id, String note) {
        var access = get(id);
        access.review(acting.known(), note, clock.instant());
        return access.view();
    }

    /** Who the caller is under that access. */
    @Transactional
    public Caller elevate(UUID id, Caller caller) {
        return get(id).elevate(caller, clock.instant());
    }

    /** What nobody has looked at yet, oldest first. */
    @Transactional
    public List<EmergencyView> toReview(int limit) {
        return entities.createQuery(UNREVIEWED + " order by a.requestedAt", EmergencyAccess.class)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultStream()
                .map(EmergencyAccess::view)
                .toList();
    }

    /** One page, newest first; {@code before} is where the page before ended. */
    @Transactional
    public List<EmergencyView> newest(@Nullable Instant before, int limit) {
        return entities.createQuery(
                        "select a from EmergencyAccess a where a.requestedAt < :before order by a.requestedAt desc",
                        EmergencyAccess.class)
                .setParameter("before", before == null ? clock.instant().plusSeconds(1) : before)
                .setMaxResults(limit)
                .getResultStream()
                .map(EmergencyAccess::view)
                .toList();
    }

    private EmergencyAccess get(UUID id) {
        var access = entities.find(EmergencyAccess.class, id);
        if (access == null) {
            throw new EmergencyRefused(EmergencyRefused.Because.UNKNOWN);
        }
        return access;
    }
}
