package io.openrcm.gateway.submission;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;

import java.time.Instant;
import java.util.UUID;

/** A submission whose file has been delivered. */
public final class SubmissionFixture {

    private SubmissionFixture() {}

    static Submission sent() {
        var submission = beginningAt(8);
        submission.deliver();
        return submission;
    }

    /** One that begins at the given segment of its transaction set. */
    public static Submission beginningAt(int segment) {
        var submission = new Submission(aReleasedClaim().build(), Instant.EPOCH);
        submission.prepare(UUID.randomUUID(), "0001", segment);
        return submission;
    }
}
