package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Account;
import io.openrcm.claims.ledger.Entry;
import io.openrcm.events.ClaimId;
import io.openrcm.events.PayerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Every decision on one claim. Of each payer's decisions the newest that was not taken back stands in full; of an older one
 * only the cash stands, because that has been received and a newer word on the same charge replaces the rest. So the order in
 * which a reversal and its correction arrive does not matter, and what was paid twice shows as a credit balance of exactly
 * that amount.
 */
public final class AdjudicationHistory {

    private record Place(Account account, String line, int rank) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::line).thenComparing(Place::account).thenComparingInt(Place::rank);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final ClaimId claim;
    private final List<Adjudication> all;

    public AdjudicationHistory(ClaimId claim, List<Adjudication> all) {
        this.claim = claim;
        this.all =
                all.stream().sorted(Comparator.comparingLong(Adjudication::seq)).toList();
    }

    public AdjudicationHistory with(Adjudication next) {
        var longer = new ArrayList<>(all);
        longer.add(next);
        return new AdjudicationHistory(claim, longer);
    }

    public boolean knows(UUID identity) {
        return all.stream().anyMatch(one -> one.id().equals(identity));
    }

    /** Decisions that were not taken back, oldest first. */
    public List<Adjudication> standing() {
        var reversed = reversed();
        return all.stream()
                .filter(one -> one.isDecision() && !reversed.contains(one.id()))
                .toList();
    }

    private Set<UUID> reversed() {
        var reversed = new HashSet<UUID>();
        for (Adjudication one : all) {
            if (one.reverses() != null) {
                reversed.add(one.reverses());
            }
        }
        return reversed;
    }

    /**
     * What a reversal of exactly these amounts takes back: a duplicate that waits in suspense before the decision that
     * stands, and of several the newest.
     */
    Optional<Adjudication> takenBackBy(PayerId payer, UUID amounts) {
        var reversed = reversed();
        Predicate<Adjudication> same = one -> !reversed.contains(one.id())
                && one.source().payer().equals(payer)
                && one.key().amounts().equals(amounts);
        var newestFirst = all.reversed();
        return newestFirst.stream()
                .filter(Adjudication::isInSuspense)
                .filter(same)
                .findFirst()
                .or(() -> newestFirst.stream()
                        .filter(Adjudication::isDecision)
                        .filter(same)
                        .findFirst());
    }

    /** Whether the same word of the payer on the same version stands already, from another payment. */
    boolean repeats(UUID content, int version) {
        return standing().stream().anyMatch(one -> one.key().content().equals(content) && one.version() == version);
    }

    /** The entries that lead from {@code before} to this. */
    List<Entry> entriesSince(AdjudicationHistory before) {
        var difference = effect();
        before.effect().forEach((place, cents) -> difference.merge(place, -cents, Math::addExact));
        var entries = new ArrayList<Entry>();
        difference.forEach((place, cents) -> {
            if (cents != 0) {
                entries.add(new Entry(place.account(), claim, place.line(), place.rank(), cents));
            }
        });
        return entries;
    }

    private Map<Place, Long> effect() {
        var newest = new TreeMap<Integer, UUID>();
        var standing = standing();
        standing.forEach(one -> newest.put(one.rank(), one.id()));
        var effect = new TreeMap<Place, Long>();
        for (Adjudication one : standing) {
            boolean inFull = one.id().equals(newest.get(one.rank()));
            one.lines().forEach(line -> add(effect, one, line, inFull));
        }
        return effect;
    }

    private static void add(Map<Place, Long> effect, Adjudication one, LineAdjudication line, boolean inFull) {
        move(
                effect,
                one,
                line,
                new Place(Account.CASH, line.controlNumber(), one.rank()),
                line.paid().cents());
        if (!inFull) {
            return;
        }
        var share = one.movesTo() == Entry.PATIENT ? Account.PATIENT_RECEIVABLE : Account.INSURANCE_RECEIVABLE;
        move(
                effect,
                one,
                line,
                place(Account.CONTRACTUAL_ADJUSTMENT, line, one.rank()),
                line.contractual().cents());
        move(
                effect,
                one,
                line,
                place(Account.OTHER_ADJUSTMENT, line, one.rank()),
                line.other().cents());
        move(
                effect,
                one,
                line,
                place(Account.DENIED_RECEIVABLE, line, one.rank()),
                line.denied().cents());
        move(effect, one, line, place(share, line, one.movesTo()), line.moved().cents());
    }

    private static Place place(Account account, LineAdjudication line, int rank) {
        return new Place(account, line.controlNumber(), rank);
    }

    private static void move(Map<Place, Long> effect, Adjudication one, LineAdjudication line, Place to, long cents) {
        effect.merge(to, cents, Math::addExact);
        effect.merge(place(Account.INSURANCE_RECEIVABLE, line, one.rank()), -cents, Math::addExact);
    }
}
