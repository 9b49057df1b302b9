package io.openrcm.gateway.acknowledgment;

import io.openrcm.events.payer.RejectionReason;
import io.openrcm.gateway.submission.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an acknowledgment changed for one submission. */
sealed interface ClaimNews {

    Submission submission();

    /** It was taken in for adjudication. */
    record Acceptance(Submission submission, @Nullable String payerClaimNumber) implements ClaimNews {}

    /** It was refused before adjudication. */
    record Rejection(Submission submission, List<RejectionReason> reasons) implements ClaimNews {}
}
