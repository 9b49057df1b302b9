package io.openrcm.followup.deadline;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.followup.triage.WatchedClaim;
import io.openrcm.followup.workitem.NextStep;
import io.openrcm.followup.workitem.Task;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindSilentClaimsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 23);

    private final WatchedClaim claim = WatchedClaim.of(aClaim("silent"), UUID.randomUUID());

    @Test
    void aClaimIsSilentFromTheDayAfterItsAnswerWasDue() {
        claim.awaitAnswerBy(DUE);

        assertThat(claim.isSilentOn(DUE)).isFalse();
        assertThat(claim.isSilentOn(DUE.plusDays(1))).isTrue();
    }

    @Test
    void anAnsweredClaimIsNeverSilent() {
        claim.awaitAnswerBy(DUE);
        claim.answered();

        assertThat(claim.isSilentOn(DUE.plusDays(400))).isFalse();
    }

    @Test
    void silenceAsksForAQuestionToThePayerAndNotForSendingAgain() {
        claim.awaitAnswerBy(DUE);

        Task item = FindSilentClaims.item(claim);

        assertThat(item.nextStep()).isEqualTo(NextStep.ASK_PAYER_FOR_STATUS);
        assertThat(item.deadlineOn()).isEqualTo(claim.fileBy());
    }
}
