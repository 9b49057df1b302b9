package io.openrcm.claims.claim.status;

/** Whether a formal request to reconsider is with the payer. */
public enum AppealStatus {
    NONE,
    FILED,
    /** The payer has decided the claim anew since the appeal was filed. */
    DECIDED
}
