package io.openrcm.gateway.submission;

import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.events.FacilityId;
import io.openrcm.gateway.EventTopics;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GatewayTest
class ReleaseInAnothersNameTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Exchange exchange;

    @Inject
    EventTopics topics;

    @Test
    void aClaimReleasedInTheNameOfAnotherFacilityIsSetAsideAndNotSent() {
        var claim = aReleasedClaim().of("LAKESIDE").build();

        assertThat(topics.say(claim, new FacilityId("HARBOR")).partition()).isNotNull();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().queryParam("limit", 500)
                                .get("/parked-messages")
                                .jsonPath()
                                .getList("items.aggregateId", String.class))
                        .contains(claim.claim().claimId().toString()));
        assertThat(exchange.submissions(claim).getList("items")).isEmpty();
    }
}
