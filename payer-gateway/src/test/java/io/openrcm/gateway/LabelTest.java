package io.openrcm.gateway;

import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.openrcm.events.protection.Part2;
import io.openrcm.gateway.exchange.Disclosure;
import io.openrcm.rest.access.LabelMatrix;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Claims for treatment of a substance use disorder on their way to payers and back. */
@GatewayTest
class LabelTest extends LabelMatrix {

    @Inject
    Exchange exchange;

    @Override
    protected Map<String, Sighting> aRecord(boolean underPart2) {
        exchange.transmit();
        var claim = aReleasedClaim().of("LAKESIDE");
        var released = (underPart2 ? claim.underPart2("CONSENT-2026-17") : claim).build();
        var number = released.content().number().value();
        var sent = exchange.send(released);
        var received = exchange.answer(remittance("L" + number, "100", paid(number, "100", "25")));
        return Map.of(
                "GET /submissions",
                new Sighting("/submissions?limit=500", number),
                "GET /interchanges/{id}/content",
                new Sighting("/interchanges/" + sent.id() + "/content", number),
                "GET /received-files/{id}/content",
                new Sighting("/received-files/" + received.getString("id") + "/content", number));
    }

    @Override
    protected Map<String, String> withoutRecords() {
        return Map.of();
    }

    @Test
    void theNoticeAccompaniesAFileWithALabelledClaimWhoseBytesAreAsTheyWere() {
        for (boolean underPart2 : new boolean[] {true, false}) {
            var seen = aRecord(underPart2);
            for (var endpoint : new String[] {"GET /interchanges/{id}/content", "GET /received-files/{id}/content"}) {
                given().get(seen.get(endpoint).path())
                        .then()
                        .statusCode(200)
                        .header(Disclosure.NOTICE_HEADER, underPart2 ? equalTo(Part2.NOTICE) : nullValue());
            }
        }
    }

    @Test
    void whatCannotBeReadMayBeAnythingAndIsForThoseWhoMaySeeEverything() {
        var unknown = exchange.answer(remittance("LUNKNOWN", "100", paid("NOBODYS1", "100", "25")));
        var path = "/received-files/" + unknown.getString("id") + "/content";

        assertThat(status(path, Roles.POSTER)).isEqualTo(404);
        assertThat(status(path, Roles.POSTER, Roles.PART2)).isEqualTo(200);
    }

    @Test
    void aClaimThatIsReleasedAgainUnderTheLabelTakesItsEarlierFilesWithIt() {
        var claim = aReleasedClaim().of("LAKESIDE");
        exchange.transmit();
        var first = exchange.send(claim.build());
        var path = "/interchanges/" + first.id() + "/content";
        assertThat(status(path, Roles.BILLER)).isEqualTo(200);

        var _ = exchange.send(claim.attempt(2).underPart2("CONSENT-2026-17").build());

        assertThat(status(path, Roles.BILLER)).isEqualTo(404);
        assertThat(status(path, Roles.BILLER, Roles.PART2)).isEqualTo(200);
    }

    private static int status(String path, String... roles) {
        return given().header("Authorization", Token.bearer(roles)).get(path).statusCode();
    }
}
