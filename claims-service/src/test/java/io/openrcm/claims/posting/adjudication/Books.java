package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Account;
import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.ledger.LedgerPosting;
import io.openrcm.claims.ledger.LedgerPosting.Kind;
import io.openrcm.claims.posting.adjudication.Posting.Posted;
import io.openrcm.claims.posting.adjudication.Posting.Reversed;
import io.openrcm.claims.posting.adjudication.Posting.Taken;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One claim's ledger in memory: charged when it is opened, then moved by the rules alone. */
public final class Books {

    private static final FacilityId FACILITY = new FacilityId("LAKESIDE");

    private final BilledClaim claim;
    private final List<Entry> entries = new ArrayList<>();
    private AdjudicationHistory history;
    private long seq;

    public Books(BilledClaim claim) {
        this.claim = claim;
        this.history = new AdjudicationHistory(claim.id(), List.of());
        for (ServiceLine line : claim.lines()) {
            long cents = line.charge().cents();
            entries.add(new Entry(Account.INSURANCE_RECEIVABLE, claim.id(), line.controlNumber(), 1, cents));
            entries.add(new Entry(Account.PATIENT_SERVICE_REVENUE, claim.id(), line.controlNumber(), 1, -cents));
        }
    }

    /** Posts through {@link LedgerPosting}, which refuses what does not sum to zero. */
    public Posting post(ClaimRemitted event) {
        var posting = PostingRules.decide(history, claim, event, ++seq);
        if (posting instanceof Taken taken) {
            history = history.with(taken.adjudication());
        }
        var moved = switch (posting) {
            case Posted posted -> posted.entries();
            case Reversed reversed -> reversed.entries();
            default -> List.<Entry>of();
        };
        var cause = Cause.command(Ids.derived("message/" + seq));
        entries.addAll(new LedgerPosting(cause, FACILITY, Kind.ADJUDICATION, null, moved, "").entries());
        return posting;
    }

    public ClaimMoney money() {
        return ClaimMoney.of(entries);
    }

    public Map<String, ClaimMoney> moneyByLine() {
        var byLine = new HashMap<String, List<Entry>>();
        entries.forEach(entry -> byLine.computeIfAbsent(entry.serviceLine(), _ -> new ArrayList<>())
                .add(entry));
        var money = new HashMap<String, ClaimMoney>();
        byLine.forEach((line, some) -> money.put(line, ClaimMoney.of(some)));
        return money;
    }

    public AdjudicationHistory history() {
        return history;
    }

    public int size() {
        return entries.size();
    }
}
