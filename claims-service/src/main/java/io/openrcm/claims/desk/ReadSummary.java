package io.openrcm.claims.desk;

import io.openrcm.claims.claim.status.ClaimLabel;
import io.openrcm.claims.desk.ClaimRow.MoneyView;
import io.openrcm.claims.desk.ClaimSummary.Line;
import io.openrcm.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Counts claims and adds up their money, from the ledger; what was never submitted is open with its whole charge. */
@ApplicationScoped
public class ReadSummary {

    private static final String BY_LABEL = """
            select c.label, count(*),
                   sum(coalesce(m.billed_cents, c.billed_cents))::bigint, sum(coalesce(m.paid_cents, 0))::bigint,
                   sum(coalesce(m.adjusted_cents, 0))::bigint, sum(coalesce(m.patient_cents, 0))::bigint,
                   sum(coalesce(m.open_cents, c.billed_cents))::bigint, sum(coalesce(m.denied_cents, 0))::bigint
            from claim c left join claim_money m on m.claim_id = c.id
            group by c.label order by c.label""";

    private static final String ENCOUNTERS = """
            select (select count(distinct encounter_id) from claim), count(*), coalesce(sum(billed_cents), 0)::bigint
            from self_pay_account where closed_at is null""";

    private final EntityManager entities;

    public ReadSummary(EntityManager entities) {
        this.entities = entities;
    }

    ClaimSummary read() {
        var lines = new ArrayList<Line>();
        for (Object row : entities.createNativeQuery(BY_LABEL, Tuple.class).getResultList()) {
            lines.add(line((Tuple) row));
        }
        var encounters =
                (Tuple) entities.createNativeQuery(ENCOUNTERS, Tuple.class).getSingleResult();
        return new ClaimSummary(
                lines,
                total(lines),
                encounters.get(0, Long.class),
                new ClaimSummary.SelfPay(encounters.get(1, Long.class), money(encounters, 2)));
    }

    private static Line line(Tuple row) {
        var money =
                new MoneyView(money(row, 2), money(row, 3), money(row, 4), money(row, 5), money(row, 6), money(row, 7));
        return new Line(ClaimLabel.valueOf(row.get(0, String.class)), row.get(1, Long.class), money);
    }

    private static Money money(Tuple row, int column) {
        return Money.ofCents(row.get(column, Long.class));
    }

    private static Line total(List<Line> lines) {
        var money = new MoneyView(
                Money.sum(lines, line -> line.money().billed()),
                Money.sum(lines, line -> line.money().paid()),
                Money.sum(lines, line -> line.money().adjusted()),
                Money.sum(lines, line -> line.money().patient()),
                Money.sum(lines, line -> line.money().open()),
                Money.sum(lines, line -> line.money().denied()));
        return new Line(null, lines.stream().mapToLong(Line::claims).sum(), money);
    }
}
