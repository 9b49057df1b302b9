package io.openrcm.claims.ledger;

import io.openrcm.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds the whole ledger up again and compares it with every sum that is kept beside it. */
@ApplicationScoped
public class LedgerProof {

    /**
     * What adding up found.
     *
     * @param balance of all entries; zero
     * @param unbalancedPostings postings whose entries do not sum to zero
     * @param unbalancedLines service lines for which billed = paid + adjusted + patient + open does not hold
     * @param wrongBalances claims whose kept sums differ from their entries
     * @param wrongBuckets payers' shares of a claim whose kept sum differs from the entries
     * @param holds whether all of these are zero
     */
    public record Proof(
            long postings,
            long entries,
            Money balance,
            long unbalancedPostings,
            long unbalancedLines,
            long wrongBalances,
            long wrongBuckets,
            boolean holds,
            List<AccountSum> accounts) {}

    /** An account's debits less its credits. */
    public record AccountSum(Account account, long entries, Money balance) {}

    private static final String SIDES = """
            select claim_id,
              coalesce(-sum(cents) filter (where account = 'PATIENT_SERVICE_REVENUE'), 0) as billed,
              coalesce(sum(cents) filter (where account = 'CASH'), 0) as paid,
              coalesce(sum(cents) filter (where account in ('CONTRACTUAL_ADJUSTMENT', 'OTHER_ADJUSTMENT')), 0) as adjusted,
              coalesce(sum(cents) filter (where account = 'PATIENT_RECEIVABLE'), 0) as patient,
              coalesce(sum(cents) filter (where account = 'DENIED_RECEIVABLE'), 0) as denied,
              coalesce(sum(cents) filter (where account in ('INSURANCE_RECEIVABLE', 'DENIED_RECEIVABLE')), 0) as open
            from ledger_entry where claim_id is not null group by claim_id""";

    private static final String WRONG_BALANCES = "select count(*) from (" + SIDES + ") e full join claim_balance b"
            + " on b.claim_id = e.claim_id where (b.billed_cents, b.paid_cents, b.adjusted_cents, b.patient_cents,"
            + " b.denied_cents, b.open_cents) is distinct from (e.billed, e.paid, e.adjusted, e.patient, e.denied, e.open)";

    private static final String WRONG_BUCKETS = """
            select count(*) from (
              select claim_id, rank, sum(cents) as open from ledger_entry
              where claim_id is not null and account in ('INSURANCE_RECEIVABLE', 'DENIED_RECEIVABLE') group by 1, 2) e
            full join claim_bucket b on b.claim_id = e.claim_id and b.rank = e.rank
            where coalesce(b.open_cents, 0) <> coalesce(e.open, 0)""";

    private static final String UNBALANCED_POSTINGS =
            "select count(*) from (select from ledger_entry group by posting_id having sum(cents) <> 0) p";

    private static final String UNBALANCED_LINES = "select count(*) from (select from ledger_entry"
            + " where claim_id is not null group by claim_id, service_line having sum(cents) <> 0) l";

    private final AtCommit database;

    public LedgerProof(AtCommit database) {
        this.database = database;
    }

    /** Of the entries that the caller may see; a posting is seen as a whole or not at all. */
    @Transactional
    public Proof prove() {
        return database.query(LedgerProof::prove);
    }

    private static Proof prove(Connection connection) throws SQLException {
        var accounts = accounts(connection);
        long postings = count(connection, "select count(*) from ledger_posting");
        long entries = accounts.stream().mapToLong(AccountSum::entries).sum();
        var balance = Money.sum(accounts, AccountSum::balance);
        long unbalancedPostings = count(connection, UNBALANCED_POSTINGS);
        long unbalancedLines = count(connection, UNBALANCED_LINES);
        long wrongBalances = count(connection, WRONG_BALANCES);
        long wrongBuckets = count(connection, WRONG_BUCKETS);
        boolean holds = balance.isZero() && unbalancedPostings + unbalancedLines + wrongBalances + wrongBuckets == 0;
        return new Proof(
                postings,
                entries,
                balance,
                unbalancedPostings,
                unbalancedLines,
                wrongBalances,
                wrongBuckets,
                holds,
                accounts);
    }

    private static List<AccountSum> accounts(Connection connection) throws SQLException {
        var sums = new ArrayList<AccountSum>();
        try (var select = connection.prepareStatement(
                        "select account, count(*), sum(cents) from ledger_entry group by 1 order by 1");
                var row = select.executeQuery()) {
            while (row.next()) {
                sums.add(new AccountSum(
                        Account.valueOf(row.getString(1)), row.getLong(2), Money.ofCents(row.getLong(3))));
            }
        }
        return sums;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
