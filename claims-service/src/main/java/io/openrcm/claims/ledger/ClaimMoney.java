package io.openrcm.claims.ledger;

import io.openrcm.events.InvalidValue;
import io.openrcm.events.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a claim's money stands: billed = paid + adjusted + patient + open, always.
 *
 * @param patient the patient's debt
 * @param denied the part of {@code open} that a payer denied
 * @param open owed by payers; negative is a credit balance
 * @param openByRank {@code open} by the payer's place in the order of liability, without zeros
 */
public record ClaimMoney(
        Money billed,
        Money paid,
        Money adjusted,
        Money patient,
        Money denied,
        Money open,
        SortedMap<Integer, Money> openByRank) {

    public static final ClaimMoney NONE = new ClaimMoney(
            Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Collections.emptySortedMap());

    public ClaimMoney {
        var ranks = new TreeMap<>(openByRank);
        ranks.values().removeIf(Money::isZero);
        openByRank = Collections.unmodifiableSortedMap(ranks);
        boolean balanced = billed.equals(paid.plus(adjusted).plus(patient).plus(open));
        if (!balanced || !open.equals(Money.sum(openByRank.values()))) {
            throw new InvalidValue("CLAIM_MONEY_BALANCE", "billed = paid + adjusted + patient + open");
        }
    }

    /** A claim that has not been submitted: all of it is open. */
    public static ClaimMoney unsubmitted(Money billed, int rank) {
        var open = new TreeMap<>(Map.of(rank, billed));
        return new ClaimMoney(billed, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, billed, open);
    }

    public Money openWith(int rank) {
        return openByRank.getOrDefault(rank, Money.ZERO);
    }

    /** Open with every payer except the one of this rank. */
    public Money openBeyond(int rank) {
        return open.minus(openWith(rank));
    }

    public ClaimMoney plus(ClaimMoney other) {
        var ranks = new TreeMap<>(openByRank);
        other.openByRank.forEach((rank, cents) -> ranks.merge(rank, cents, Money::plus));
        return new ClaimMoney(
                billed.plus(other.billed),
                paid.plus(other.paid),
                adjusted.plus(other.adjusted),
                patient.plus(other.patient),
                denied.plus(other.denied),
                open.plus(other.open),
                ranks);
    }

    /** What a whole posting's entries, all about one claim, add up to. */
    public static ClaimMoney of(Iterable<Entry> entries) {
        var sides = new EnumMap<Account.Side, Money>(Account.Side.class);
        var ranks = new TreeMap<Integer, Money>();
        var denied = Money.ZERO;
        for (Entry entry : entries) {
            var amount = Money.ofCents(entry.cents());
            var side = entry.account().side();
            sides.merge(side, amount, Money::plus);
            if (side == Account.Side.OPEN) {
                ranks.merge(entry.rank(), amount, Money::plus);
            }
            if (entry.account() == Account.DENIED_RECEIVABLE) {
                denied = denied.plus(amount);
            }
        }
        return new ClaimMoney(
                sides.getOrDefault(Account.Side.BILLED, Money.ZERO).negated(),
                sides.getOrDefault(Account.Side.PAID, Money.ZERO),
                sides.getOrDefault(Account.Side.ADJUSTED, Money.ZERO),
                sides.getOrDefault(Account.Side.PATIENT, Money.ZERO),
                denied,
                sides.getOrDefault(Account.Side.OPEN, Money.ZERO),
                ranks);
    }
}
