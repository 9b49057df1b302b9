package io.openrcm.claims.ledger;

import io.openrcm.events.ClaimId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The database as somebody with a SQL prompt sees it. */
@ApplicationScoped
public class Tables {

    private final EntityManager entities;

    public Tables(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public void run(String sql) {
        var _ = entities.createNativeQuery(sql).executeUpdate();
    }

    @Transactional
    public long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    @Transactional
    @SuppressWarnings("unchecked")
    public List<String> timeline(ClaimId claim) {
        return entities.createNativeQuery(
                        "select what from claim_timeline where claim_id = ?1 order by entry", String.class)
                .setParameter(1, claim.value())
                .getResultList();
    }

    /** How much is kept about a claim, and the sums of what may change. */
    @Transactional
    public List<Long> about(ClaimId claim) {
        var id = " '" + claim + "'";
        return List.of(
                number("select count(distinct posting_id) from ledger_entry where claim_id =" + id),
                number("select coalesce(sum(cents * line), 0) from ledger_entry where claim_id =" + id),
                number("select count(*) from remitted_claim where claim_id =" + id),
                number("select coalesce(sum(l.paid_cents), 0) from line_adjudication l join remitted_claim c"
                        + " on c.id = l.remitted_claim_id where c.claim_id =" + id),
                number(
                        "select coalesce(sum(posted_cents + unapplied_cents + refused_cents + event_seq), 0) from remittance"
                                + " where id in (select remittance_id from remitted_claim where claim_id =" + id + ")"),
                number("select paid_cents + 3 * adjusted_cents + 5 * open_cents from claim_balance where claim_id ="
                        + id),
                number("select event_seq from claim where id =" + id));
    }
}
