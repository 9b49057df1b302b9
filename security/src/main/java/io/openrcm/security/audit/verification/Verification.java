package io.openrcm.security.audit.verification;

import java.util.List;

/**
 * What a verification came to.
 *
 * @param rows so many sealed rows were read
 * @param checkpoints so many of the trail's own
 * @param published so many lines of checkpoints from outside
 * @param isComplete false: there were more findings than are listed
 */
public record Verification(long rows, long checkpoints, long published, List<Finding> findings, boolean isComplete) {

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
