package io.openrcm.followup.triage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every claim that follow-up has heard of. */
@ApplicationScoped
public class WatchedClaims implements PanacheRepositoryBase<WatchedClaim, UUID> {

    /** Those of a batch in one query; what is not there yet is not in the map. */
    public Map<UUID, WatchedClaim> byIds(Collection<UUID> ids) {
        Map<UUID, WatchedClaim> found = new HashMap<>();
        if (!ids.isEmpty()) {
            for (WatchedClaim claim : list("claimId in ?1", ids)) {
                found.put(claim.aggregateId(), claim);
            }
        }
        return found;
    }

    /** Claims whose answer was due before the day, locked, the longest silent first. */
    public List<WatchedClaim> silentOn(LocalDate today, int limit) {
        return find("watch = ?1 and answerDueOn < ?2 order by answerDueOn, claimId", WatchStatus.AWAITING_ANSWER, today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2)
                .page(0, limit)
                .list();
    }
}
