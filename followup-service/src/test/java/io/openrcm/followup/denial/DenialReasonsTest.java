package io.openrcm.followup.denial;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.followup.workitem.NextStep;
import org.junit.jupiter.api.Test;

class DenialReasonsTest {

    private final DenialReasons reasons = DenialReasons.shipped();

    @Test
    void theShippedTableIsReadWhole() {
        assertThat(reasons.size()).isEqualTo(48);
    }

    @Test
    void anUntimelyClaimIsContestedWithProofOfFiling() {
        assertThat(reasons.of("29").category()).isEqualTo(DenialReason.Category.TIMELY_FILING);
        assertThat(reasons.of("29").nextStep()).isEqualTo(NextStep.APPEAL);
    }

    @Test
    void labelsMayContainCommas() {
        assertThat(reasons.of("96").label()).isEqualTo("Not covered by the plan");
    }
}
