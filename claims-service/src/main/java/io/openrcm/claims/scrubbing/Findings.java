package io.openrcm.claims.scrubbing;

import io.openrcm.claims.claim.Claim;
import io.openrcm.events.ClaimId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What the edits have found, by claim. Clean claims, which are most, have no rows. */
@ApplicationScoped
public class Findings {

    private final EntityManager entities;

    public Findings(EntityManager entities) {
        this.entities = entities;
    }

    public List<ClaimFinding> of(ClaimId claimId) {
        return entities.createQuery(
                        "select f from ClaimFinding f where f.place.claimId = :claim order by f.place.place",
                        ClaimFinding.class)
                .setParameter("claim", claimId.value())
                .getResultList();
    }

    void add(Claim claim, List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            entities.persist(new ClaimFinding(claim, i + 1, findings.get(i)));
        }
    }

    /** For a claim that has been looked at before. */
    public void replace(Claim claim, List<Finding> findings) {
        var old = of(claim.claimId());
        old.forEach(entities::remove);
        if (!old.isEmpty()) {
            entities.flush();
        }
        add(claim, findings);
    }

    /** Records on every finding that held the claim who let it go, and why. */
    void override(ClaimId claimId, String by, String because) {
        of(claimId).stream().filter(row -> row.finding().holds()).forEach(row -> row.override(by, because));
    }
}
