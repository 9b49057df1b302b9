package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Entry;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Coverage;
import io.openrcm.events.encounter.Coverage.PlanType;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What we asked for, as far as a payer's answer is read against it.
 *
 * @param payers who may be asked to pay, by place in the order of liability
 * @param destinationRank the payer this claim was sent to
 */
public record BilledClaim(
        ClaimId id,
        int version,
        Money billed,
        List<ServiceLine> lines,
        SortedMap<Integer, PayerId> payers,
        int destinationRank) {

    public static BilledClaim of(ClaimId id, ClaimContent content) {
        var payers = new TreeMap<Integer, PayerId>();
        for (Coverage coverage : content.coverages()) {
            if (coverage.plan() != PlanType.SELF_PAY) {
                payers.put(coverage.rank(), coverage.payer());
            }
        }
        return new BilledClaim(
                id, content.version(), content.total(), content.lines(), payers, content.destinationRank());
    }

    /** As which payer in the order of liability this one has decided. */
    int rankOf(PayerId payer, Outcome outcome) {
        var ranks = payers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(payer))
                .map(Map.Entry::getKey)
                .toList();
        if (ranks.size() == 1) {
            return ranks.getFirst();
        }
        int said = switch (outcome) {
            case PROCESSED_AS_PRIMARY -> 1;
            case PROCESSED_AS_SECONDARY -> 2;
            case PROCESSED_AS_TERTIARY -> 3;
            case PATIENT_NOT_RECOGNISED, REVERSAL, FORWARDED_ONLY -> destinationRank;
        };
        if (ranks.contains(said) || (ranks.isEmpty() && payers.containsKey(said))) {
            return said;
        }
        return ranks.isEmpty() ? destinationRank : ranks.getFirst();
    }

    /** Who owes the patient's share of a decision: the payer it was forwarded to, else the next one, else the patient. */
    int rankAfter(int rank, @Nullable PayerId forwardedTo) {
        var later = payers.tailMap(rank + 1);
        for (var next : later.entrySet()) {
            if (next.getValue().equals(forwardedTo)) {
                return next.getKey();
            }
        }
        return later.isEmpty() ? Entry.PATIENT : later.firstKey();
    }
}
