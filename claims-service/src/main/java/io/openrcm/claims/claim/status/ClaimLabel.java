package io.openrcm.claims.claim.status;

/** The one word a person sees on a claim: a pure function of the axes and the open money, so it cannot drift from them. */
public enum ClaimLabel {
    NOT_READY,
    ON_HOLD,
    /** On its way to the payer, who has not answered. */
    SENT,
    ACCEPTED_BY_PAYER,
    REJECTED,
    PENDED,
    PARTLY_PAID,
    /** Decided and settled: nobody owes anything more. */
    PAID,
    DENIED,
    IN_APPEAL,
    REVERSED,
    WITH_NEXT_PAYER,
    WITH_PATIENT,
    /** Nothing is open, though part of it was denied. */
    CLOSED;

    public static ClaimLabel of(ClaimAxes axes, OpenMoney open) {
        return switch (axes.version()) {
            case DRAFT -> NOT_READY;
            case HELD -> ON_HOLD;
            case RELEASED, SUBMITTED -> outside(axes, open);
            case SUPERSEDED -> throw new IllegalStateException("the current version of a claim is never superseded");
        };
    }

    private static ClaimLabel outside(ClaimAxes axes, OpenMoney open) {
        if (axes.adjudication() == AdjudicationStatus.UNADJUDICATED) {
            return switch (axes.acknowledgment()) {
                case NONE -> SENT;
                case ACCEPTED -> ACCEPTED_BY_PAYER;
                case PENDED -> PENDED;
                case REJECTED -> REJECTED;
            };
        }
        if (axes.appeal() == AppealStatus.FILED) {
            return IN_APPEAL;
        }
        return switch (axes.adjudication()) {
            case REVERSED -> REVERSED;
            case DENIED -> open.payer().isZero() ? settled(open, CLOSED) : DENIED;
            case PARTIALLY_PAID -> open.payer().isZero() ? settled(open, CLOSED) : PARTLY_PAID;
            case PAID -> open.payer().isPositive() ? PARTLY_PAID : settled(open, PAID);
            case UNADJUDICATED -> throw new IllegalStateException("told above by the acknowledgment");
        };
    }

    private static ClaimLabel settled(OpenMoney open, ClaimLabel whenNothingIsOpen) {
        if (!open.nextPayer().isZero()) {
            return WITH_NEXT_PAYER;
        }
        return open.patient().isZero() ? whenNothingIsOpen : WITH_PATIENT;
    }
}
