package io.openrcm.claims.claim.status;

/**
 * Where the current version of a claim stands on each axis.
 *
 * @param adjudication the decision on the current version; {@code UNADJUDICATED} while a replacement awaits its answer
 */
public record ClaimAxes(
        VersionStatus version,
        AcknowledgmentStatus acknowledgment,
        AdjudicationStatus adjudication,
        AppealStatus appeal) {}
