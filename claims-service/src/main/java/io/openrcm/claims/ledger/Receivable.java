package io.openrcm.claims.ledger;

import io.openrcm.claims.ledger.LedgerPosting.Kind;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.delivery.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a payer owes for a claim, line by line, from the day the claim was submitted to it. */
final class Receivable {

    /** What was checked before a charge was posted; there is no payer's word on it yet. */
    record ChargeProof(PayerId payer, int lines, Money billed, Money billedBefore) {}

    private Receivable() {}

    /** Charges by line control number. */
    static Map<String, Long> charges(List<ServiceLine> lines) {
        var charges = new TreeMap<String, Long>();
        lines.forEach(line -> charges.merge(line.controlNumber(), line.charge().cents(), Math::addExact));
        return charges;
    }

    /**
     * Makes what is charged equal to {@code charges}: the whole of it the first time, the difference when a replacement
     * bills other lines; no entries when nothing differs.
     */
    static LedgerPosting posting(
            Cause cause, Ledger.Charge charge, Map<String, Long> charged, Map<String, Long> charges) {
        var differences = new TreeMap<>(charges);
        charged.forEach((line, cents) -> differences.merge(line, -cents, Math::addExact));
        var entries = new ArrayList<Entry>();
        differences.forEach((line, cents) -> {
            if (cents != 0) {
                entries.add(new Entry(Account.INSURANCE_RECEIVABLE, charge.claim(), line, charge.rank(), cents));
                entries.add(new Entry(Account.PATIENT_SERVICE_REVENUE, charge.claim(), line, charge.rank(), -cents));
            }
        });
        var kind = charged.isEmpty() ? Kind.CHARGE : Kind.REBILL;
        var proof = new ChargeProof(charge.payer(), charges.size(), total(charges), total(charged));
        return new LedgerPosting(cause, charge.facility(), kind, null, entries, proof);
    }

    private static Money total(Map<String, Long> cents) {
        return Money.ofCents(cents.values().stream().mapToLong(Long::longValue).sum());
    }
}
