package io.openrcm.claims.posting.remittance;

import io.openrcm.claims.ledger.AtCommit;
import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.claims.posting.remittance.RemittanceView.Part;
import io.openrcm.claims.posting.remittance.RemittanceView.RemittedClaimView;
import io.openrcm.claims.posting.remittance.RemittanceView.State;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.payer.ProviderAdjustment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments for people to read. */
@ApplicationScoped
public class Remittances {

    /** Which payments; what is absent does not matter. */
    public record Filter(
            @Nullable PayerId payer,
            @Nullable State state,
            @Nullable LocalDate paidFrom,
            @Nullable LocalDate paidThrough) {}

    /** The last row of the page before. */
    public record After(LocalDate paidOn, UUID id) {}

    private static final String ROW = """
            select id, payer, trace_number, payer_tax_id, paid_on, amount_cents, state, announced_claims, announced_cents,
              adjustment_cents, posted_claims, posted_cents, unapplied_claims, unapplied_cents, refused_claims, refused_cents,
              refused_because
            from remittance""";

    private final AtCommit database;

    public Remittances(AtCommit database) {
        this.database = database;
    }

    /** Newest first, at most {@code rows}. */
    @Transactional
    public List<RemittanceView> list(Filter filter, @Nullable After after, int rows) {
        var sql = new StringBuilder(ROW).append(" where true");
        var values = new ArrayList<Object>();
        restrict(
                sql,
                values,
                " and payer = ?",
                filter.payer() == null ? null : filter.payer().value());
        restrict(
                sql,
                values,
                " and state = ?",
                filter.state() == null ? null : filter.state().name());
        restrict(sql, values, " and paid_on >= ?", filter.paidFrom());
        restrict(sql, values, " and paid_on <= ?", filter.paidThrough());
        if (after != null) {
            sql.append(" and (paid_on, id) < (?, ?)");
            values.add(after.paidOn());
            values.add(after.id());
        }
        sql.append(" order by paid_on desc, id desc limit ?");
        values.add(rows);
        return database.query(connection -> rows(connection, sql.toString(), values));
    }

    @Transactional
    public Optional<RemittanceView> find(RemittanceId id) {
        return database.query(connection -> rows(connection, ROW + " where id = ?", List.of(id.value())).stream()
                .findFirst());
    }

    /** What a payment takes or adds at provider level. */
    @Transactional
    public List<ProviderAdjustment> adjustments(RemittanceId id) {
        return database.query(connection -> adjustments(connection, id.value()));
    }

    /** The claims of a payment that the caller may see, from the one after place {@code after}, in the payment's order. */
    @Transactional
    public List<RemittedClaimView> claims(RemittanceId id, int after, int rows) {
        return database.query(connection -> {
            try (var select = connection.prepareStatement("""
                    select sequence, claim_number, claim_id, disposition, reverses is not null, billed_cents, paid_cents
                    from remitted_claim where remittance_id = ? and sequence > ? order by sequence limit ?""")) {
                select.setObject(1, id.value());
                select.setInt(2, after);
                select.setInt(3, rows);
                var claims = new ArrayList<RemittedClaimView>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        var claim = row.getObject(3, UUID.class);
                        claims.add(new RemittedClaimView(
                                row.getInt(1),
                                row.getString(2),
                                claim == null ? null : new ClaimId(claim),
                                Disposition.valueOf(row.getString(4)),
                                row.getBoolean(5),
                                money(row, 6),
                                money(row, 7)));
                    }
                }
                return claims;
            }
        });
    }

    private static void restrict(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static List<RemittanceView> rows(Connection connection, String sql, List<Object> values)
            throws SQLException {
        var views = new ArrayList<RemittanceView>();
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    views.add(view(row));
                }
            }
        }
        return views;
    }

    private static RemittanceView view(ResultSet row) throws SQLException {
        var announced = row.getObject(8, Integer.class);
        return new RemittanceView(
                new RemittanceId(row.getObject(1, UUID.class)),
                new PayerId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                money(row, 6),
                State.valueOf(row.getString(7)),
                announced,
                announced == null ? null : money(row, 9),
                money(row, 10),
                new Part(row.getInt(11), money(row, 12)),
                new Part(row.getInt(13), money(row, 14)),
                new Part(row.getInt(15), money(row, 16)),
                row.getString(17));
    }

    private static List<ProviderAdjustment> adjustments(Connection connection, UUID id) throws SQLException {
        var adjustments = new ArrayList<ProviderAdjustment>();
        try (var select = connection.prepareStatement(
                "select reason, reference, cents from provider_adjustment where remittance_id = ? order by line")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    adjustments.add(new ProviderAdjustment(row.getString(1), row.getString(2), money(row, 3)));
                }
            }
        }
        return adjustments;
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return Money.ofCents(row.getLong(column));
    }
}
