package io.openrcm.gateway.submission;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.gateway.payer.Capabilities;
import io.openrcm.gateway.payer.PayerFixture;
import org.junit.jupiter.api.Test;

class RoutingTest {

    @Test
    void aClaimGoesThroughItsPayersTradingPartner() {
        var routing = Routing.of(aReleasedClaim().content(), PayerFixture.taking(Capabilities.all()));

        assertThat(routing).isEqualTo(new Routing.Through("RIVERCH"));
    }

    @Test
    void aReplacementIsRefusedWhereThePayerTakesNone() {
        var without = new Capabilities(true, true, false, true, true, 999, 50);

        var routing = Routing.of(aReleasedClaim().replacing().content(), PayerFixture.taking(without));

        assertThat(routing)
                .isEqualTo(new Routing.Refused(Refusal.UNSUPPORTED_BY_PAYER, "the payer takes no replacement claims"));
    }

    @Test
    void aClaimOfATypeThatThePayerTakesOnPaperIsRefused() {
        var institutionalOnly = new Capabilities(true, false, true, true, true, 999, 50);

        var routing = Routing.of(aReleasedClaim().content(), PayerFixture.taking(institutionalOnly));

        assertThat(routing)
                .isInstanceOfSatisfying(
                        Routing.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNSUPPORTED_BY_PAYER));
    }

    @Test
    void aClaimThatCannotBeSaidIsRefusedWithTheFieldAtFault() {
        var routing =
                Routing.of(aReleasedClaim().withProcedure("992 13").content(), PayerFixture.taking(Capabilities.all()));

        assertThat(routing).isInstanceOfSatisfying(Routing.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.NOT_EXPRESSIBLE);
            assertThat(refused.detail()).contains("/lines/0/procedureCode");
        });
    }
}
