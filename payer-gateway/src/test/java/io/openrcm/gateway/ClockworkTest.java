package io.openrcm.gateway;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One claim's way through the gateway while its clockwork runs. */
@GatewayTest
@TestProfile(ClockworkTest.Running.class)
class ClockworkTest {

    /** The clockwork runs by itself. */
    public static class Running implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("openrcm.rounds", "true");
        }
    }

    @Inject
    Exchange exchange;

    @Inject
    EventTopics topics;

    @Test
    void aReleasedClaimIsSentAcceptedAndPaidWithoutAnybodysHelp() {
        var claim = aReleasedClaim().build();
        var number = claim.content().number().value();

        exchange.release(claim);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exchange.status(claim)).isEqualTo("SENT"));
        exchange.put(
                "clockwork.277",
                PayerFiles.ack277(
                        "PR",
                        exchange.sent(claim).batch(),
                        "QTY*90*1~AMT*YU*125",
                        PayerFiles.accepted(number, "ICN1")));
        assertThat(topics.awaitAbout(claim.claim().claimId(), 2)).hasSize(2);
        exchange.put("clockwork.835", PayerFiles.remittance("C100", "100", PayerFiles.paid(number, "100", "25")));

        assertThat(topics.awaitAbout(claim.claim().claimId(), 3))
                .hasExactlyElementsOfTypes(ClaimTransmitted.class, ClaimAccepted.class, ClaimRemitted.class);
    }
}
