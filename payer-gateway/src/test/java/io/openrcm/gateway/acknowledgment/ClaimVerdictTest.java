package io.openrcm.gateway.acknowledgment;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RejectionReason.Source;
import io.openrcm.gateway.submission.Answerer;
import io.openrcm.gateway.x12.answer.ClaimAck.Action;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.LineStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.Status;
import io.openrcm.gateway.x12.answer.ClaimAck.StatusCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimVerdictTest {

    @Test
    void aClearinghouseThatPassedAClaimOnHasNotTakenItIn() {
        assertThat(ClaimVerdict.of(Answerer.CLEARINGHOUSE, claim(Action.ACCEPT, "A0", List.of())))
                .isEqualTo(new ClaimVerdict.Forwarded());
    }

    @Test
    void aClearinghouseMaySayThatThePayerTookItIn() {
        assertThat(ClaimVerdict.of(Answerer.CLEARINGHOUSE, claim(Action.ACCEPT, "A2", List.of())))
                .isEqualTo(new ClaimVerdict.Accepted("ICN1"));
    }

    @Test
    void aPayerThatAcceptsTakesTheClaimIn() {
        assertThat(ClaimVerdict.of(Answerer.PAYER, claim(Action.ACCEPT, "A1", List.of())))
                .isEqualTo(new ClaimVerdict.Accepted("ICN1"));
    }

    @Test
    void oneRejectedLineRejectsTheClaim() {
        var line = new LineStatus("L1", List.of(status(Action.REJECT, "A7")));

        assertThat(ClaimVerdict.of(Answerer.PAYER, claim(Action.ACCEPT, "A2", List.of(line))))
                .isEqualTo(new ClaimVerdict.Rejected(List.of(new RejectionReason(Source.PAYER, "A7", "20", "PR"))));
    }

    private static ClaimStatus claim(Action action, String category, List<LineStatus> lines) {
        return new ClaimStatus("LK00000001", List.of(status(action, category)), "ICN1", null, lines);
    }

    private static Status status(Action action, String category) {
        return new Status(action, null, List.of(new StatusCode(category, "20", "PR")));
    }
}
