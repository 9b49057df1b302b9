package io.openrcm.claims.ledger;

/** Where money stands. A debit is positive, a credit negative; what a claim's entries say of the claim is the {@link Side}. */
public enum Account {
    /** Owed by a payer; the entry's rank says which. */
    INSURANCE_RECEIVABLE(Side.OPEN),
    /** Owed by a payer that denied it. Still open: only a person may give it up. */
    DENIED_RECEIVABLE(Side.OPEN),
    PATIENT_RECEIVABLE(Side.PATIENT),
    /** What was billed. */
    PATIENT_SERVICE_REVENUE(Side.BILLED),
    /** What our contract forbids us to collect. */
    CONTRACTUAL_ADJUSTMENT(Side.ADJUSTED),
    OTHER_ADJUSTMENT(Side.ADJUSTED),
    CASH(Side.PAID),
    /** Received, but for no claim of ours or for one already paid. */
    UNAPPLIED_CASH(Side.NONE),
    /** Taken or added by a payer at provider level; belongs to no claim. */
    PAYER_OFFSET(Side.NONE),
    INTEREST_INCOME(Side.NONE);

    /** Which term of {@code billed = paid + adjusted + patient + open} an account adds to. */
    enum Side {
        BILLED,
        PAID,
        ADJUSTED,
        PATIENT,
        OPEN,
        NONE
    }

    private final Side side;

    Account(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }
}
