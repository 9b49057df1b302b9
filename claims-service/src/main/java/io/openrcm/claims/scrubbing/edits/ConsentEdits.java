package io.openrcm.claims.scrubbing.edits;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;

/** Edits about what may be disclosed. */
public final class ConsentEdits {

    private ConsentEdits() {}

    /** A record of treatment for a substance use disorder goes to a payer with the patient's written consent only (42 CFR 2.31, 2.33). */
    public static void nothingLeavesWithoutConsent(ClaimFacts facts, Report report) {
        var part2 = facts.content().part2();
        if (part2 != null && part2.consent() == null) {
            report.at("/part2/consent", "no submission without a consent reference, 42 CFR 2.31 and 2.33");
        }
    }
}
