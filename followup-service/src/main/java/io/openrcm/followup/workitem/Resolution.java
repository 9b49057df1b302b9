package io.openrcm.followup.workitem;

/** How a work item ended. */
public enum Resolution {
    /** The claim went out again and the payer took it. */
    RESUBMITTED,
    /** The payer paid after all. */
    PAID,
    /** The payer answered, so nothing is awaited any more. */
    ANSWERED,
    /** The payer decided again; a newer work item stands for it. */
    SUPERSEDED,
    /** A person found that nothing has to be done. */
    NO_ACTION_NEEDED,
    /** A person stopped contesting; what becomes of the money is decided elsewhere. */
    ACCEPTED_AS_IS,
    /** A person mended it outside of this system. */
    SETTLED_WITH_PAYER
}
