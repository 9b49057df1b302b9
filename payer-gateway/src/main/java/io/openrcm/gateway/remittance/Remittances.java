package io.openrcm.gateway.remittance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every payment that a payer has accounted for. */
@ApplicationScoped
class Remittances implements PanacheRepositoryBase<Remittance, UUID> {

    Optional<Remittance> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** Newest first, after the given one. */
    List<Remittance> page(@Nullable RemittanceStatus status, Instant before, UUID beforeId, int limit) {
        var newestFirst = Sort.descending("receivedAt", "id");
        var after = "(receivedAt < ?1 or (receivedAt = ?1 and id < ?2))";
        var query = status == null
                ? find(after, newestFirst, before, beforeId)
                : find(after + " and status = ?3", newestFirst, before, beforeId, status);
        return query.page(0, limit).list();
    }

    /** True where this account of the payment was not read before; notes it. */
    boolean noteContent(RemittanceContent.Key key, UUID file) {
        if (getEntityManager().find(RemittanceContent.class, key) != null) {
            return false;
        }
        getEntityManager().persist(new RemittanceContent(key, file));
        return true;
    }
}
