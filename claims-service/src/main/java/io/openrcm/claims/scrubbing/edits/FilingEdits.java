package io.openrcm.claims.scrubbing.edits;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.claims.Frequency;

/** Edits about when, how often and in place of what a claim is filed. */
public final class FilingEdits {

    private static final int NEAR_DAYS = 15;

    private FilingEdits() {}

    public static void limitHasNotPassed(ClaimFacts facts, Report report) {
        if (facts.today().isAfter(facts.fileBy())) {
            report.at("", "the payer's timely filing limit passed on " + facts.fileBy());
        }
    }

    public static void limitIsNotNear(ClaimFacts facts, Report report) {
        if (!facts.today().isAfter(facts.fileBy())
                && facts.today().plusDays(NEAR_DAYS).isAfter(facts.fileBy())) {
            report.at("", "the payer's timely filing limit is " + facts.fileBy());
        }
    }

    public static void isNoDuplicate(ClaimFacts facts, Report report) {
        if (facts.duplicateOf() != null && facts.content().frequency() == Frequency.ORIGINAL) {
            report.at("", "claim " + facts.duplicateOf() + " asks the same payer for the same services");
        }
    }

    public static void payersNumberFitsTheFrequency(ClaimFacts facts, Report report) {
        boolean isOriginal = facts.content().frequency() == Frequency.ORIGINAL;
        if (isOriginal == (facts.content().payerClaimNumber() != null)) {
            report.at(
                    "/payerClaimNumber",
                    isOriginal
                            ? "an original claim carries no number of the payer"
                            : "a replacement carries the payer's number of what it replaces");
        }
    }
}
