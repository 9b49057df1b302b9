package io.openrcm.claims.posting;

import io.openrcm.claims.posting.RemittedClaims.TakenClaim;
import io.openrcm.claims.posting.adjudication.Adjudication;
import io.openrcm.claims.posting.adjudication.AdjudicationHistory;
import io.openrcm.claims.posting.remittance.RemittanceTally;
import io.openrcm.events.ClaimId;
import io.openrcm.events.payer.Payment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What one transaction knows of the payers' decisions, and what it adds. */
final class PostingPages {

    private final Map<UUID, AdjudicationHistory> histories = new HashMap<>();
    private final Map<UUID, Boolean> known = new HashMap<>();
    private final Map<UUID, Boolean> settled = new HashMap<>();
    private final List<TakenClaim> taken = new ArrayList<>();
    private final Map<UUID, RemittanceTally> tallies = new TreeMap<>();

    List<UUID> unreadClaims(Collection<UUID> claims) {
        return unread(claims, histories.keySet());
    }

    void readClaims(Collection<UUID> claims, Map<UUID, List<Adjudication>> found) {
        claims.forEach(id ->
                histories.put(id, new AdjudicationHistory(new ClaimId(id), found.getOrDefault(id, List.of()))));
    }

    List<UUID> unreadDecisions(Collection<UUID> ids) {
        return unread(ids, known.keySet());
    }

    void readDecisions(Collection<UUID> ids, Collection<UUID> found) {
        var present = new HashSet<>(found);
        ids.forEach(id -> known.put(id, present.contains(id)));
    }

    List<UUID> unreadPayments(Collection<UUID> ids) {
        return unread(ids, settled.keySet());
    }

    void readPayments(Collection<UUID> ids, Set<UUID> found) {
        ids.forEach(id -> settled.put(id, found.contains(id)));
    }

    private static List<UUID> unread(Collection<UUID> ids, Set<UUID> read) {
        return ids.stream().filter(id -> !read.contains(id)).distinct().toList();
    }

    AdjudicationHistory history(ClaimId claim) {
        return histories.getOrDefault(claim.value(), new AdjudicationHistory(claim, List.of()));
    }

    boolean knows(UUID decision) {
        return known.getOrDefault(decision, false);
    }

    boolean isSettled(UUID payment) {
        return settled.getOrDefault(payment, false);
    }

    void settle(UUID payment) {
        settled.put(payment, true);
    }

    /** Takes a decision in: to be kept, to be counted with its payment, and to be known from now on. */
    void take(TakenClaim one, Payment payment) {
        var adjudication = one.adjudication();
        taken.add(one);
        known.put(adjudication.id(), true);
        tally(payment).count(adjudication.disposition(), adjudication.paid());
        var claim = adjudication.claim();
        if (claim != null) {
            histories.put(claim.value(), history(claim).with(adjudication));
        }
    }

    RemittanceTally tally(Payment payment) {
        return tallies.computeIfAbsent(payment.remittanceId().value(), _ -> new RemittanceTally(payment));
    }

    List<TakenClaim> taken() {
        return taken;
    }

    Collection<RemittanceTally> tallies() {
        return tallies.values();
    }
}
