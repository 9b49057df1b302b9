package io.openrcm.gateway;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;

import io.openrcm.rest.access.AccessMatrix;
import jakarta.inject.Inject;
import java.util.Map;

@GatewayTest
class AccessTest extends AccessMatrix {

    @Inject
    Exchange exchange;

    @Override
    protected Map<String, String> recordsOfLakeside() {
        exchange.transmit();
        var claim = aReleasedClaim().of("LAKESIDE").build();
        var number = claim.content().number().value();
        var sent = exchange.send(claim);
        var received = exchange.answer(remittance("A" + number, "100", paid(number, "100", "25")));
        return Map.of(
                "GET /interchanges/{id}/content",
                "/interchanges/" + sent.id() + "/content",
                "GET /received-files/{id}/content",
                "/received-files/" + received.getString("id") + "/content");
    }
}
