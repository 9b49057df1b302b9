package io.openrcm.claims.ledger;

import io.openrcm.events.Ids;
import io.openrcm.events.InvalidValue;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.delivery.Cause;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries that belong together and sum to zero. Never changed: what was wrong is put right by another posting.
 *
 * @param proof what was checked before the money moved, as it was found
 */
public record LedgerPosting(
        Cause cause, Kind kind, @Nullable RemittanceId remittance, List<Entry> entries, Object proof) {

    public enum Kind {
        /** A claim was submitted: its payer owes what was billed. */
        CHARGE,
        /** A replacement bills another amount. */
        REBILL,
        ADJUDICATION,
        REVERSAL,
        UNAPPLIED_PAYMENT,
        PROVIDER_ADJUSTMENT
    }

    public LedgerPosting {
        entries = List.copyOf(entries);
        long sum = 0;
        for (Entry entry : entries) {
            sum = Math.addExact(sum, entry.cents());
        }
        if (sum != 0) {
            throw new InvalidValue("LEDGER_POSTING_BALANCE", "the entries of a posting sum to zero");
        }
    }

    /** The same for a retry, so that one cause can make a posting of one kind only once. */
    public UUID id() {
        return Ids.derived(cause.id(), "posting/" + kind);
    }
}
