package io.openrcm.claims.ledger;

import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one transaction has read of the ledger, and what it will add to it. */
final class LedgerPages {

    /** What a transaction adds to the sums of a claim of this facility. */
    record Change(FacilityId facility, ClaimMoney money) {
        Change plus(Change later) {
            return new Change(facility, money.plus(later.money));
        }
    }

    private final Map<UUID, @Nullable ClaimMoney> money = new HashMap<>();
    private final Map<UUID, Map<String, Long>> charged = new HashMap<>();
    private final Map<UUID, Change> changes = new TreeMap<>();
    private final List<LedgerPosting> postings = new ArrayList<>();

    /** Those whose money has not been read in this transaction. */
    List<UUID> unread(Collection<UUID> claims) {
        return claims.stream()
                .filter(claim -> !money.containsKey(claim))
                .distinct()
                .toList();
    }

    void read(Collection<UUID> claims, Map<UUID, ClaimMoney> found) {
        claims.forEach(claim -> money.put(claim, found.get(claim)));
    }

    List<UUID> unreadCharges(Collection<UUID> claims) {
        return claims.stream()
                .filter(claim -> !charged.containsKey(claim))
                .distinct()
                .toList();
    }

    void readCharges(Collection<UUID> claims, Map<UUID, Map<String, Long>> found) {
        claims.forEach(claim -> charged.put(claim, found.getOrDefault(claim, Map.of())));
    }

    Optional<ClaimMoney> money(ClaimId claim) {
        return Optional.ofNullable(money.get(claim.value()));
    }

    Map<String, Long> charged(ClaimId claim) {
        return charged.getOrDefault(claim.value(), Map.of());
    }

    void charge(ClaimId claim, LedgerPosting posting, Map<String, Long> charges) {
        charged.put(claim.value(), charges);
        if (!posting.entries().isEmpty()) {
            add(posting);
        }
    }

    void add(LedgerPosting posting) {
        postings.add(posting);
        var facility = posting.facility();
        if (facility != null) {
            addToSums(posting, facility);
        }
    }

    private void addToSums(LedgerPosting posting, FacilityId facility) {
        var byClaim = new HashMap<UUID, List<Entry>>();
        for (Entry entry : posting.entries()) {
            if (entry.claim() != null) {
                byClaim.computeIfAbsent(entry.claim().value(), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        byClaim.forEach((claim, entries) -> {
            var change = ClaimMoney.of(entries);
            changes.merge(claim, new Change(facility, change), Change::plus);
            money.merge(claim, change, ClaimMoney::plus);
        });
    }

    List<LedgerPosting> postings() {
        return postings;
    }

    /** By claim. */
    Map<UUID, Change> changes() {
        return changes;
    }
}
