package io.openrcm.claims.desk;

import io.openrcm.claims.claim.ClaimVersion;
import io.openrcm.claims.claim.SubmissionAttempt;
import io.openrcm.claims.claim.SubmissionAttempt.Answer;
import io.openrcm.claims.posting.LineDecisions.LineDecision;
import io.openrcm.claims.scrubbing.ClaimFinding;
import io.openrcm.claims.scrubbing.Severity;
import io.openrcm.claims.timeline.TimelineEntry;
import io.openrcm.events.AttemptId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.record.OnRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about one claim.
 *
 * @param content of the current version; the places that findings and corrections point into
 * @param findings what the claim edits said when they ran last
 * @param decisions what payers decided line by line, oldest first
 * @param disclosureNotice what must accompany a record under 42 CFR Part 2 wherever it is disclosed; absent on others
 */
public record ClaimDetails(
        ClaimRow summary,
        ClaimContent content,
        List<FindingView> findings,
        List<VersionView> versions,
        List<AttemptView> attempts,
        List<LineDecision> decisions,
        List<EntryView> timeline,
        @Nullable String disclosureNotice)
        implements OnRecord {

    static @Nullable String notice(ClaimRow summary) {
        return summary.claim().underPart2() ? Part2.NOTICE : null;
    }

    /** {@code field} is a JSON pointer into the content, empty for the claim as a whole. */
    public record FindingView(
            String editId,
            Severity severity,
            String field,
            String message,
            String owner,
            @Nullable String overriddenBy,
            @Nullable String overriddenBecause) {

        static FindingView of(ClaimFinding row) {
            var finding = row.finding();
            return new FindingView(
                    finding.editId(),
                    finding.severity(),
                    finding.field(),
                    finding.message(),
                    finding.owner(),
                    row.overriddenBy(),
                    row.overriddenBecause());
        }
    }

    /** {@code contentSha256} is there from the version's first release on; since then its content has not changed. */
    public record VersionView(
            int version,
            Frequency frequency,
            @Nullable String payerClaimNumber,
            @Nullable String contentSha256,
            Instant createdAt,
            @Nullable Instant frozenAt,
            @Nullable Instant supersededAt) {

        static VersionView of(ClaimVersion version) {
            return new VersionView(
                    version.version(),
                    version.frequency(),
                    version.payerClaimNumber(),
                    version.contentSha256(),
                    version.createdAt(),
                    version.frozenAt(),
                    version.supersededAt());
        }
    }

    /** {@code interchange} is the control number under which the attempt left. */
    public record AttemptView(
            AttemptId attemptId,
            int attempt,
            int version,
            Instant releasedAt,
            @Nullable Instant transmittedAt,
            @Nullable String interchange,
            @Nullable LocalDate answerDueOn,
            @Nullable Answer answer,
            @Nullable Instant answeredAt) {

        static AttemptView of(SubmissionAttempt attempt) {
            return new AttemptView(
                    attempt.attemptId(),
                    attempt.attempt(),
                    attempt.version(),
                    attempt.releasedAt(),
                    attempt.transmittedAt(),
                    attempt.interchange(),
                    attempt.answerDueOn(),
                    attempt.answer(),
                    attempt.answeredAt());
        }
    }

    /** {@code cause} is the id of the message or command behind it. */
    public record EntryView(int entry, Instant at, String what, String detail, UUID cause) {

        static EntryView of(TimelineEntry entry) {
            return new EntryView(entry.entry(), entry.at(), entry.what(), entry.detail(), entry.cause());
        }
    }

    @Override
    public String recordId() {
        return summary.recordId();
    }

    @Override
    public String recordFacility() {
        return summary.recordFacility();
    }

    @Override
    public UUID recordCorrelation() {
        return summary.recordCorrelation();
    }
}
