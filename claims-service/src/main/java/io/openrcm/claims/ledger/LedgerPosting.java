package io.openrcm.claims.ledger;

import io.openrcm.events.FacilityId;
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
 * @param facility of the claim that it is about; absent for money of no claim
 * @param proof what was checked before the money moved, as it was found
 */
public record LedgerPosting(
        Cause cause,
        @Nullable FacilityId facility,
        Kind kind,
        @Nullable RemittanceId remittance,
        List<Entry> entries,
        Object proof) {

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
            if (entry.claim() != null && facility == null) {
                throw new InvalidValue("LEDGER_POSTING_FACILITY", "money of a claim belongs to the claim's facility");
            }
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
