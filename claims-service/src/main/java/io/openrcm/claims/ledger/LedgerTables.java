package io.openrcm.claims.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.claims.ledger.LedgerPages.Change;
import io.openrcm.events.Money;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger's tables: plain JDBC with one statement per table, because every claim of every batch passes here. */
final class LedgerTables {

    private LedgerTables() {}

    /**
     * Claims of which nothing was ever posted are absent. One statement for balances and buckets: between two of them another
     * transaction could move money, and the parts would not add up.
     */
    static Map<UUID, ClaimMoney> money(Connection connection, Collection<UUID> claims) throws SQLException {
        var money = new HashMap<UUID, ClaimMoney>();
        try (var select = connection.prepareStatement("""
                select b.claim_id, b.billed_cents, b.paid_cents, b.adjusted_cents, b.patient_cents, b.denied_cents,
                  b.open_cents, array_agg(k.rank::bigint), array_agg(k.open_cents)
                from claim_balance b left join claim_bucket k on k.claim_id = b.claim_id
                where b.claim_id = any(?) group by b.claim_id""")) {
            Rows.setUuids(select, 1, claims);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    money.put(
                            row.getObject(1, UUID.class),
                            new ClaimMoney(
                                    Money.ofCents(row.getLong(2)),
                                    Money.ofCents(row.getLong(3)),
                                    Money.ofCents(row.getLong(4)),
                                    Money.ofCents(row.getLong(5)),
                                    Money.ofCents(row.getLong(6)),
                                    Money.ofCents(row.getLong(7)),
                                    buckets((Long[]) row.getArray(8).getArray(), (Long[])
                                            row.getArray(9).getArray())));
                }
            }
        }
        return money;
    }

    /** A claim without buckets has one row of nulls. */
    private static SortedMap<Integer, Money> buckets(@Nullable Long[] ranks, @Nullable Long[] cents) {
        var buckets = new TreeMap<Integer, Money>();
        for (int i = 0; i < ranks.length; i++) {
            Long rank = ranks[i];
            Long open = cents[i];
            if (rank != null && open != null) {
                buckets.put(rank.intValue(), Money.ofCents(open));
            }
        }
        return buckets;
    }

    /** What is charged for each line of these claims, by line control number. */
    static Map<UUID, Map<String, Long>> charges(Connection connection, Collection<UUID> claims) throws SQLException {
        var charges = new HashMap<UUID, Map<String, Long>>();
        try (var select = connection.prepareStatement("""
                select claim_id, service_line, -sum(cents) from ledger_entry
                where claim_id = any(?) and account = 'PATIENT_SERVICE_REVENUE' group by 1, 2""")) {
            Rows.setUuids(select, 1, claims);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    charges.computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            }
        }
        return charges;
    }

    static void insert(Connection connection, List<LedgerPosting> postings, Instant now, ObjectMapper json)
            throws SQLException {
        var headers = Rows.of("uuid", "text", "uuid", "uuid", "text", "uuid", "timestamptz", "text");
        var entries = Rows.of("uuid", "text", "int2", "text", "uuid", "text", "int2", "int8");
        for (LedgerPosting posting : postings) {
            var id = posting.id();
            var facility =
                    posting.facility() == null ? null : posting.facility().value();
            var remittance = posting.remittance();
            headers.add(
                    id,
                    facility,
                    posting.cause().id(),
                    posting.cause().correlationId(),
                    posting.kind().name(),
                    remittance == null ? null : remittance.value(),
                    now,
                    json(posting.proof(), json));
            int line = 0;
            for (Entry entry : posting.entries()) {
                line++;
                var claim = entry.claim();
                entries.add(
                        id,
                        facility,
                        line,
                        entry.account().name(),
                        claim == null ? null : claim.value(),
                        entry.serviceLine(),
                        entry.rank(),
                        entry.cents());
            }
        }
        headers.run(connection, """
                insert into ledger_posting (id, facility, cause_id, correlation_id, kind, remittance_id, posted_at, proof)
                select id, facility, cause, correlation, kind, remittance, at, proof::jsonb
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) as new (id, facility, cause, correlation, kind, remittance, at, proof)""");
        entries.run(connection, """
                insert into ledger_entry (posting_id, facility, line, account, claim_id, service_line, rank, cents)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    /** The caller holds the claims' rows, so that nobody else adds to the same sums. */
    static void addToSums(Connection connection, Map<UUID, Change> changes) throws SQLException {
        var balances = Rows.of("uuid", "text", "int8", "int8", "int8", "int8", "int8", "int8");
        var buckets = Rows.of("uuid", "text", "int2", "int8");
        changes.forEach((claim, change) -> {
            var facility = change.facility().value();
            var money = change.money();
            balances.add(
                    claim,
                    facility,
                    money.billed().cents(),
                    money.paid().cents(),
                    money.adjusted().cents(),
                    money.patient().cents(),
                    money.denied().cents(),
                    money.open().cents());
            money.openByRank().forEach((rank, open) -> buckets.add(claim, facility, rank, open.cents()));
        });
        balances.run(connection, """
                insert into claim_balance as old
                  (claim_id, facility, billed_cents, paid_cents, adjusted_cents, patient_cents, denied_cents, open_cents)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (claim_id) do update set
                  billed_cents = old.billed_cents + excluded.billed_cents,
                  paid_cents = old.paid_cents + excluded.paid_cents,
                  adjusted_cents = old.adjusted_cents + excluded.adjusted_cents,
                  patient_cents = old.patient_cents + excluded.patient_cents,
                  denied_cents = old.denied_cents + excluded.denied_cents,
                  open_cents = old.open_cents + excluded.open_cents""");
        buckets.run(connection, """
                insert into claim_bucket as old (claim_id, facility, rank, open_cents) select * from unnest(?, ?, ?, ?)
                on conflict (claim_id, rank) do update set open_cents = old.open_cents + excluded.open_cents""");
    }

    private static String json(Object proof, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(proof);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
