package io.openrcm.claims.posting.remittance;

import io.openrcm.claims.ledger.Rows;
import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.events.Money;
import io.openrcm.events.payer.Payment;
import io.openrcm.events.payer.ProviderAdjustment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The tables of payments. Rows are written in the order of their ids, so that two batches cannot wait for each other. */
public final class RemittanceTable {

    private RemittanceTable() {}

    /** Those of which the payment itself has been heard, or that were refused. */
    public static Set<UUID> settled(Connection connection, Collection<UUID> ids) throws SQLException {
        var settled = new HashSet<UUID>();
        try (var select = connection.prepareStatement("""
                select id, announced_claims is not null, refused_because is not null from remittance where id = any(?)""")) {
            Rows.setUuids(select, 1, ids);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2) || row.getBoolean(3)) {
                        settled.add(row.getObject(1, UUID.class));
                    }
                }
            }
        }
        return settled;
    }

    /** Counts the payment's next event; the row is locked from now on. */
    public static long nextEventSeq(Connection connection, Payment payment, Instant now) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into remittance as old
                  (id, payer, trace_number, payer_tax_id, paid_on, amount_cents, first_seen_at, event_seq)
                values (?, ?, ?, ?, ?, ?, ?, 1)
                on conflict (id) do update set event_seq = old.event_seq + 1 returning event_seq""")) {
            upsert.setObject(1, payment.remittanceId().value());
            upsert.setString(2, payment.payer().value());
            upsert.setString(3, payment.traceNumber());
            upsert.setString(4, payment.payerTaxId());
            upsert.setObject(5, payment.paidOn());
            upsert.setLong(6, payment.amount().cents());
            upsert.setObject(7, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (var row = upsert.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("an upsert returned no row");
                }
                return row.getLong(1);
            }
        }
    }

    public static void add(Connection connection, Collection<RemittanceTally> tallies, Instant now)
            throws SQLException {
        var payments = Rows.of(
                "uuid",
                "text",
                "text",
                "text",
                "date",
                "int8",
                "timestamptz",
                "int4",
                "int8",
                "int8",
                "text",
                "int4",
                "int8",
                "int4",
                "int8",
                "int4",
                "int8");
        var adjustments = Rows.of("uuid", "int2", "text", "text", "int8");
        for (RemittanceTally tally : tallies) {
            add(payments, tally, now);
            int line = 0;
            for (ProviderAdjustment one : tally.adjustments()) {
                adjustments.add(
                        tally.payment().remittanceId().value(),
                        ++line,
                        one.reason(),
                        one.reference(),
                        one.amount().cents());
            }
        }
        payments.run(connection, """
                insert into remittance as old (id, payer, trace_number, payer_tax_id, paid_on, amount_cents, first_seen_at,
                  announced_claims, announced_cents, adjustment_cents, refused_because,
                  posted_claims, posted_cents, unapplied_claims, unapplied_cents, refused_claims, refused_cents)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                  announced_claims = coalesce(old.announced_claims, excluded.announced_claims),
                  announced_cents = coalesce(old.announced_cents, excluded.announced_cents),
                  adjustment_cents = old.adjustment_cents + excluded.adjustment_cents,
                  refused_because = coalesce(old.refused_because, excluded.refused_because),
                  posted_claims = old.posted_claims + excluded.posted_claims,
                  posted_cents = old.posted_cents + excluded.posted_cents,
                  unapplied_claims = old.unapplied_claims + excluded.unapplied_claims,
                  unapplied_cents = old.unapplied_cents + excluded.unapplied_cents,
                  refused_claims = old.refused_claims + excluded.refused_claims,
                  refused_cents = old.refused_cents + excluded.refused_cents""");
        adjustments.run(connection, """
                insert into provider_adjustment (remittance_id, line, reason, reference, cents)
                select * from unnest(?, ?, ?, ?, ?)""");
    }

    private static void add(Rows rows, RemittanceTally tally, Instant now) {
        var payment = tally.payment();
        var announced = tally.announced();
        var posted = tally.of(Disposition.POSTED);
        var unapplied = tally.of(Disposition.UNAPPLIED);
        var refused = tally.of(Disposition.REFUSED);
        rows.add(
                payment.remittanceId().value(),
                payment.payer().value(),
                payment.traceNumber(),
                payment.payerTaxId(),
                payment.paidOn(),
                payment.amount().cents(),
                now,
                announced == null ? null : announced.claims(),
                announced == null ? null : announced.paid().cents(),
                Money.sum(tally.adjustments(), ProviderAdjustment::amount).cents(),
                tally.refusedBecause(),
                posted.claims(),
                posted.cents(),
                unapplied.claims(),
                unapplied.cents(),
                refused.claims(),
                refused.cents());
    }
}
