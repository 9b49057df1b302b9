package io.openrcm.events.followup;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Event;
import io.openrcm.security.access.AboutPatient;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What followup-service asks for or reports, on {@code followup-events}; the aggregate is the claim chain. */
public sealed interface FollowUpEvent extends Event {

    ClaimId claimId();

    @Override
    default UUID aggregateId() {
        return claimId().value();
    }

    /**
     * A person asks to send the claim again, corrected. claims-service decides whether that is a new attempt (it never was
     * adjudicated) or a replacement (it was, and the payer's number is known).
     */
    record CorrectionRequested(
            ClaimId claimId,
            UUID workItemId,
            @AboutPatient List<FieldCorrection> corrections,
            String requestedBy,
            @AboutPatient @Nullable String note)
            implements FollowUpEvent {}

    /** An appeal has gone to the payer; level 1 is the first. */
    record AppealFiled(ClaimId claimId, UUID workItemId, int level, LocalDate filedOn, String filedBy)
            implements FollowUpEvent {}

    /**
     * One change to a claim's content.
     *
     * @param field JSON pointer into the claim's content, for instance {@code /coverages/0/memberId}
     * @param value the new value as JSON; absent removes the field
     */
    record FieldCorrection(String field, @Nullable String value) {}
}
