package io.openrcm.simulator.ledger;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything we know of one CLM01, over all its versions and payers: what it billed and what became of that money. */
public final class ClaimAccount {

    private final String claim;
    private final String partner;
    private final String payer;
    private final Map<String, Integer> frequencies = new TreeMap<>();
    private final Set<String> live = new HashSet<>();
    private final Set<String> rejectedBy = new HashSet<>();
    private final List<String> payerNumbers = new ArrayList<>(1);
    private ClaimState state = ClaimState.REJECTED;
    private Behaviour behaviour = Behaviour.PAY_BY_CONTRACT;
    private int timesSeen;
    private int rejections;
    private int duplicates;
    private long billedCents;
    private Effect money = Effect.NONE;

    ClaimAccount(String claim, String partner, String payer) {
        this.claim = claim;
        this.partner = partner;
        this.payer = payer;
    }

    /** A payer has this claim, neither rejected nor voided: another original is a duplicate. */
    public boolean isLiveAt(String payerId) {
        return live.contains(payerId);
    }

    /** The payer rejected it before and has not accepted it since. */
    public boolean wasRejectedBy(String payerId) {
        return rejectedBy.contains(payerId);
    }

    void saw(JournalRecord.ClaimSeen seen) {
        timesSeen++;
        frequencies.merge(seen.frequency(), 1, Integer::sum);
        if (!seen.accepted()) {
            reject(seen);
        } else if (seen.behaviour() == Behaviour.DENY_DUPLICATE) {
            duplicates++;
        } else {
            accept(seen);
        }
    }

    private void reject(JournalRecord.ClaimSeen seen) {
        rejections++;
        if (!live.contains(seen.payer())) {
            rejectedBy.add(seen.payer());
        }
        if (live.isEmpty()) {
            state = ClaimState.REJECTED;
            behaviour = seen.behaviour();
            billedCents = seen.billedCents();
        }
    }

    private void accept(JournalRecord.ClaimSeen seen) {
        payerNumbers.add(seen.payerNumber());
        rejectedBy.remove(seen.payer());
        live.add(seen.payer());
        if (seen.payer().equals(payer) && seen.behaviour() != Behaviour.TAKE_BACK) {
            behaviour = seen.behaviour();
            billedCents = seen.billedCents();
            state = behaviour == Behaviour.SILENT ? ClaimState.SILENT : ClaimState.ACCEPTED;
        }
    }

    void settle(JournalRecord.Settlement settlement) {
        money = money.plus(settlement.effect());
        // A later payer's decision moves money and leaves the first payer's word on the claim.
        if (settlement.payer().equals(payer)) {
            state = settlement.state();
        }
        if (settlement.step() == JournalRecord.Step.CROSS_OVER) {
            live.add(settlement.payer());
        }
    }

    void close(ClaimState closed, String payerId) {
        state = closed;
        billedCents = 0;
        live.remove(payerId);
    }

    boolean isLatest(String payerNumber) {
        return !payerNumbers.isEmpty() && payerNumbers.getLast().equals(payerNumber);
    }

    public String claim() {
        return claim;
    }

    public ClaimState state() {
        return state;
    }

    public long billedCents() {
        return billedCents;
    }

    public Effect money() {
        return money;
    }

    public int rejections() {
        return rejections;
    }

    public int duplicates() {
        return duplicates;
    }

    /** The row of {@code GET /ledger/claims}. */
    public Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("claim", claim);
        row.put("partner", partner);
        row.put("payer", payer);
        row.put("state", state);
        row.put("behaviour", behaviour);
        row.put("timesSeen", timesSeen);
        row.put("frequencies", new TreeMap<>(frequencies));
        row.put("payerClaimNumbers", List.copyOf(payerNumbers));
        row.put("rejections", rejections);
        row.put("duplicates", duplicates);
        row.put("billedCents", billedCents);
        row.put("paidCents", money.paidCents());
        row.put("adjustedCents", money.adjustedCents());
        row.put("patientCents", money.patientCents());
        row.put("deniedCents", money.deniedCents());
        row.put("openCents", openCents());
        return row;
    }

    /** Billed and not decided: rejected, silent, waiting, or answered out of balance. */
    public long openCents() {
        return billedCents - money.paidCents() - money.adjustedCents() - money.patientCents() - money.deniedCents();
    }
}
