package io.openrcm.followup.denial;

import io.openrcm.followup.workitem.NextStep;

/**
 * What a denial code usually means for us.
 *
 * @param code CARC code value
 * @param category why it happened, for grouping
 * @param label our own short words, not the code list's text
 * @param nextStep what is usually done first
 */
public record DenialReason(String code, Category category, String label, NextStep nextStep) {

    /** The four business scenarios of CAQH CORE rule 360, and the causes they leave out. */
    public enum Category {
        MISSING_DOCUMENTATION,
        MISSING_OR_INVALID_DATA,
        NOT_COVERED,
        NOT_SEPARATELY_PAYABLE,
        DUPLICATE,
        ELIGIBILITY,
        AUTHORIZATION,
        MEDICAL_NECESSITY,
        TIMELY_FILING,
        COORDINATION_OF_BENEFITS,
        OTHER
    }
}
