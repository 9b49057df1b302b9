package io.openrcm.claims.scrubbing;

/** What a finding does to its claim. */
public enum Severity {
    /** Shown on the claim; it leaves all the same. */
    WARNING,
    /** Holds the claim; a person who knows better may release it with a reason. */
    OVERRIDABLE,
    /** Holds the claim until the content is mended: the payer could only reject it. */
    BLOCKING
}
