package io.openrcm.followup.triage;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.excepted;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.openrcm.followup.ClaimEventFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openrcm.events.FacilityId;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.delivery.inbox.Fault;
import io.openrcm.followup.Hearing;
import io.openrcm.followup.RealServersTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** News that names another facility than its claim's, beside honest news of that facility: the database would let it through. */
@RealServersTest
class NewsInAnothersNameTest {

    @Inject
    Hearing hearing;

    @Test
    void aClaimIsNotWatchedForAnotherFacility() {
        var claim = aClaim(UUID.randomUUID().toString());

        assertRefused(message(1, rejected(claim), "HARBOR"));
    }

    @Test
    void aWatchedClaimDoesNotMoveToAnotherFacility() {
        var claim = aClaim(UUID.randomUUID().toString());
        hearing.hear(message(1, submitted(claim)));

        assertRefused(message(2, rejected(claim), "HARBOR"));
        assertRefused(message(2, rejected(ofHarbor(claim)), "HARBOR"));
        assertRefused(message(2, rejected(ofHarbor(claim))));
    }

    @Test
    void anExceptionAboutAClaimIsWorkOfItsFacility() {
        var claim = aClaim(UUID.randomUUID().toString());

        assertRefused(message(1, excepted(claim, ExceptionKind.OUT_OF_BALANCE), "HARBOR"));
        hearing.hear(message(1, submitted(claim)));
        assertRefused(message(1, excepted(ofHarbor(claim), ExceptionKind.OUT_OF_BALANCE), "HARBOR"));
    }

    private static ClaimHeader ofHarbor(ClaimHeader claim) {
        return new ClaimHeader(
                claim.claimId(),
                claim.number(),
                claim.version(),
                claim.type(),
                new FacilityId("HARBOR"),
                claim.encounterId(),
                claim.payer(),
                claim.billed(),
                claim.serviceFrom(),
                claim.serviceThrough(),
                claim.fileBy(),
                claim.underPart2());
    }

    private void assertRefused(Message<? extends ClaimEvent> news) {
        var honest = message(1, submitted(aClaim(UUID.randomUUID().toString())));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> hearing.hear(honest, news))
                .satisfies(refused -> assertThat(Fault.code(refused)).isEqualTo("WRONG_FACILITY"));
    }
}
