package io.openrcm.gateway.acknowledgment;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RejectionReason.Source;
import io.openrcm.gateway.submission.SubmissionFixture;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.ImplementationAck.SegmentError;
import io.openrcm.gateway.x12.answer.ImplementationAck.SetAck;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.syntax.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxReasonsTest {

    private static final RejectionReason IN_THE_SAME_SET = new RejectionReason(Source.SYNTAX, "5", null, "set 0001");

    @Test
    void anErrorWithoutAClaimNumberBelongsToTheLastClaimThatBeginsNotAfterIt() {
        var first = SubmissionFixture.beginningAt(8);
        var second = SubmissionFixture.beginningAt(30);
        var third = SubmissionFixture.beginningAt(52);

        var reasons = SyntaxReasons.of(
                refused(new SegmentError("SV1", 51, "2400", "8", null, List.of())),
                "0001",
                List.of(third, first, second));

        assertThat(reasons.forClaim(second.claimNumber()))
                .containsExactly(new RejectionReason(Source.SYNTAX, "8", null, "segment 51 SV1 loop 2400"));
        assertThat(reasons.forClaim(first.claimNumber())).containsExactly(IN_THE_SAME_SET);
        assertThat(reasons.forClaim(third.claimNumber())).containsExactly(IN_THE_SAME_SET);
    }

    @Test
    void anErrorInTheHeaderIsNoClaimsFault() {
        var claim = SubmissionFixture.beginningAt(8);

        var reasons = SyntaxReasons.of(
                refused(new SegmentError("BHT", 2, null, "8", null, List.of())), "0001", List.of(claim));

        assertThat(reasons.forClaim(claim.claimNumber())).containsExactly(IN_THE_SAME_SET);
    }

    private static ImplementationAck refused(SegmentError error) {
        return new ImplementationAck(
                new SetHeader("999", "0001", "005010X231A1", "1", null, new Position(0, 1)),
                "1",
                "005010X222A1",
                Verdict.REJECTED,
                1,
                1,
                0,
                List.of(),
                List.of(new SetAck("0001", Verdict.REJECTED, List.of("5"), List.of(error))));
    }
}
