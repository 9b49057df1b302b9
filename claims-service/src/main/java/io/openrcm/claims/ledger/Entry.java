package io.openrcm.claims.ledger;

import io.openrcm.events.ClaimId;
import io.openrcm.events.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * One line of a posting.
 *
 * @param claim absent for money of no claim
 * @param serviceLine the line's control number; empty for the claim as a whole
 * @param rank the payer's place in the order of liability; 0 for the patient and for money of no claim
 * @param cents debit positive, credit negative, never zero
 */
public record Entry(Account account, @Nullable ClaimId claim, String serviceLine, int rank, long cents) {

    /** The claim as a whole, where a payer names no line. */
    public static final String WHOLE_CLAIM = "";

    public static final int PATIENT = 0;

    public Entry {
        if (cents == 0) {
            throw new InvalidValue("LEDGER_ENTRY_ZERO", "a ledger entry moves at least one cent");
        }
    }

    public static Entry ofNoClaim(Account account, long cents) {
        return new Entry(account, null, WHOLE_CLAIM, PATIENT, cents);
    }
}
