package io.openrcm.claims.ledger;

import io.openrcm.events.ClaimId;
import io.openrcm.security.identity.TestDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** The database as somebody with a SQL prompt and every right sees it. */
@ApplicationScoped
public class Tables {

    public void run(String sql) {
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    public List<String> timeline(ClaimId claim) {
        return column("select what from claim_timeline where claim_id = '" + claim + "' order by entry");
    }

    /** The first column of every row. */
    public List<String> column(String sql) {
        return TestDatabase.column(sql);
    }

    /** How much is kept about a claim, and the sums of what may change. */
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
