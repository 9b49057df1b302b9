package io.openrcm.claims.correction;

import io.openrcm.claims.claim.status.AcknowledgmentStatus;
import io.openrcm.claims.claim.status.ClaimAxes;
import io.openrcm.events.claims.Frequency;

/** How a corrected claim may go out again. */
public sealed interface CorrectionWay {

    /**
     * The claim was never adjudicated in this form: it goes out as what it was, under the same claim number (a replacement
     * of something the payer never took in would be rejected).
     */
    record SendAfresh() implements CorrectionWay {}

    /** The payer has decided: only a replacement that restates the whole claim can change that. */
    record Replace() implements CorrectionWay {}

    /** Not now; {@code because} is a sentence. */
    record NotPossible(String because) implements CorrectionWay {}

    /** One change may be open per claim, so whatever is on its way must be answered first. */
    static CorrectionWay of(ClaimAxes axes) {
        return switch (axes.version()) {
            case DRAFT, HELD -> new SendAfresh();
            case RELEASED -> new NotPossible("The claim is on its way to the payer.");
            case SUBMITTED -> ofSubmitted(axes);
            case SUPERSEDED -> new NotPossible("A newer version has taken this one's place.");
        };
    }

    private static CorrectionWay ofSubmitted(ClaimAxes axes) {
        return switch (axes.adjudication()) {
            case PAID, PARTIALLY_PAID, DENIED -> new Replace();
            case REVERSED -> new NotPossible("The payer took its decision back and owes a new one.");
            case UNADJUDICATED ->
                axes.acknowledgment() == AcknowledgmentStatus.REJECTED
                        ? new SendAfresh()
                        : new NotPossible("The payer has the claim and has not answered.");
        };
    }

    /** The frequency under which a claim that was {@code current} goes out this way. */
    default Frequency frequency(Frequency current) {
        return this instanceof Replace ? Frequency.REPLACEMENT : current;
    }
}
