package io.openrcm.gateway.submission;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubmissionTransitionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void everyStateButTheFirstIsReachedByAMove() {
        Set<SubmissionStatus> reached = Arrays.stream(SubmissionTransition.values())
                .map(SubmissionTransition::to)
                .collect(Collectors.toSet());

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(SubmissionStatus.QUEUED)));
    }

    @Test
    void whatHasNotLeftCannotBeAnswered() {
        var submission = new Submission(aReleasedClaim().build(), NOW);

        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isFalse();
        assertThat(submission.reject(Answerer.PAYER, NOW)).isFalse();
        assertThat(submission.rejectSyntax(NOW)).isFalse();
        assertThat(submission.rejectEnvelope(NOW)).isFalse();
        assertThat(submission.status()).isEqualTo(SubmissionStatus.QUEUED);
    }

    @Test
    void aSubmissionIsPreparedOnce() {
        var submission = new Submission(aReleasedClaim().build(), NOW);
        submission.prepare(UUID.randomUUID(), "0001", 8);

        assertThatIllegalStateException().isThrownBy(() -> submission.prepare(UUID.randomUUID(), "0001", 8));
    }

    @Test
    void theSameAcceptanceAgainIsNoNews() {
        var submission = SubmissionFixture.sent();

        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isTrue();
        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isFalse();
    }

    @Test
    void thePayersNumberIsNewsEvenAfterAnAcceptanceWithoutOne() {
        var submission = SubmissionFixture.sent();

        assertThat(submission.accept(Answerer.CLEARINGHOUSE, null, NOW)).isTrue();
        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isTrue();
        assertThat(submission.status()).isEqualTo(SubmissionStatus.ACCEPTED);
    }

    @Test
    void aLateRepetitionOfAnAcceptanceDoesNotUndoARefusal() {
        var submission = SubmissionFixture.sent();
        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isTrue();
        assertThat(submission.reject(Answerer.PAYER, NOW)).isTrue();

        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isFalse();
        assertThat(submission.status()).isEqualTo(SubmissionStatus.REJECTED);
    }

    @Test
    void thePayerOutranksTheClearinghouse() {
        var submission = SubmissionFixture.sent();
        assertThat(submission.reject(Answerer.CLEARINGHOUSE, NOW)).isTrue();

        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isTrue();
        assertThat(submission.status()).isEqualTo(SubmissionStatus.ACCEPTED);
    }

    @Test
    void aClaimThatWasAnsweredIsNeverMissing() {
        var submission = SubmissionFixture.sent();

        assertThat(submission.passOver()).isTrue();
        assertThat(submission.accept(Answerer.PAYER, "ICN1", NOW)).isTrue();
        assertThat(submission.passOver()).isFalse();
    }
}
