package io.openrcm.followup.workitem;

import io.openrcm.events.ClaimId;
import io.openrcm.followup.FollowUpProblem;
import io.openrcm.rest.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Every work item. */
@ApplicationScoped
public class WorkItems implements PanacheRepositoryBase<WorkItem, UUID> {

    /** The item, or a problem that says there is none. */
    public WorkItem get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(FollowUpProblem.WORK_ITEM_NOT_FOUND, "Look it up in GET /work-items."));
    }

    /** What there is about a claim comes under 42 CFR Part 2 with it, and leaves it with it. */
    public void label(ClaimId claim, boolean underPart2) {
        var _ = getEntityManager()
                .createNativeQuery("update work_item set part2 = ?1 where claim_id = ?2")
                .setParameter(1, underPart2)
                .setParameter(2, claim.value())
                .executeUpdate();
    }

    /** What is not resolved about these claims, in one query. */
    public List<WorkItem> openAbout(Collection<UUID> claimIds) {
        return claimIds.isEmpty()
                ? List.of()
                : list("claimId in ?1 and status <> ?2", claimIds, WorkItemStatus.RESOLVED);
    }
}
