package io.openrcm.followup.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WorkItemTransitionTest {

    @Test
    void nothingLeavesResolved() {
        assertThat(Arrays.stream(WorkItemTransition.values()))
                .noneMatch(transition -> transition.isPossibleFrom(WorkItemStatus.RESOLVED));
    }

    @Test
    void everyUnresolvedItemCanBeResolved() {
        assertThat(WorkItemTransition.RESOLVE.from())
                .containsExactlyInAnyOrder(WorkItemStatus.OPEN, WorkItemStatus.TAKEN, WorkItemStatus.WAITING);
    }

    @Test
    void aWaitingItemIsNotCorrectedOrAppealedAgainBeforeThePayerAnswers() {
        assertThat(WorkItemTransition.ASK_CORRECTION.isPossibleFrom(WorkItemStatus.WAITING))
                .isFalse();
        assertThat(WorkItemTransition.FILE_APPEAL.isPossibleFrom(WorkItemStatus.WAITING))
                .isFalse();
    }
}
