package io.openrcm.claims.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.claim.status.AcknowledgmentStatus;
import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.AppealStatus;
import io.openrcm.claims.claim.status.ClaimAxes;
import io.openrcm.claims.claim.status.VersionStatus;
import io.openrcm.events.claims.Frequency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionWayTest {

    @ParameterizedTest
    @CsvSource({
        "HELD,      NONE,     UNADJUDICATED,  SendAfresh",
        "DRAFT,     NONE,     UNADJUDICATED,  SendAfresh",
        "SUBMITTED, REJECTED, UNADJUDICATED,  SendAfresh",
        "SUBMITTED, ACCEPTED, DENIED,         Replace",
        "SUBMITTED, NONE,     PARTIALLY_PAID, Replace",
        "SUBMITTED, ACCEPTED, PAID,           Replace",
        "SUBMITTED, ACCEPTED, REVERSED,       NotPossible",
        "SUBMITTED, ACCEPTED, UNADJUDICATED,  NotPossible",
        "SUBMITTED, NONE,     UNADJUDICATED,  NotPossible",
        "RELEASED,  NONE,     UNADJUDICATED,  NotPossible"
    })
    void onlyWhatThePayerHasDecidedIsReplaced(
            VersionStatus version, AcknowledgmentStatus acknowledgment, AdjudicationStatus adjudication, String way) {
        var axes = new ClaimAxes(version, acknowledgment, adjudication, AppealStatus.NONE);

        assertThat(CorrectionWay.of(axes).getClass().getSimpleName()).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource({"ORIGINAL", "REPLACEMENT"})
    void aRejectedClaimGoesOutAsWhatItWas(Frequency was) {
        assertThat(new CorrectionWay.SendAfresh().frequency(was)).isEqualTo(was);
        assertThat(new CorrectionWay.Replace().frequency(was)).isEqualTo(Frequency.REPLACEMENT);
    }
}
