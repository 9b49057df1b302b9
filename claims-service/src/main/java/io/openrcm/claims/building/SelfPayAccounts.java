package io.openrcm.claims.building;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts that only the patient owes. */
@ApplicationScoped
public class SelfPayAccounts {

    private final EntityManager entities;

    public SelfPayAccounts(EntityManager entities) {
        this.entities = entities;
    }

    /** The accounts of these encounters, open or closed. */
    List<SelfPayAccount> of(Collection<UUID> encounterIds) {
        return entities.createQuery("select a from SelfPayAccount a where a.encounterId in :ids", SelfPayAccount.class)
                .setParameter("ids", encounterIds)
                .getResultList();
    }

    void add(SelfPayAccount account) {
        entities.persist(account);
    }

    /** Where a page of accounts ends. */
    public record Place(Instant openedAt, UUID encounterId) {}

    /** Open accounts, newest first, after the place of {@code after}. */
    public List<SelfPayAccount> newest(@Nullable Place after, int limit) {
        var query = entities.createQuery(
                "select a from SelfPayAccount a where a.closedAt is null"
                        + (after == null
                                ? ""
                                : " and (a.openedAt < :openedAt or (a.openedAt = :openedAt and a.encounterId < :id))")
                        + " order by a.openedAt desc, a.encounterId desc",
                SelfPayAccount.class);
        if (after != null) {
            query.setParameter("openedAt", after.openedAt()).setParameter("id", after.encounterId());
        }
        return query.setMaxResults(limit).getResultList();
    }
}
