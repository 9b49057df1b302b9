package io.openrcm.gateway.archive;

import static io.openrcm.gateway.PayerFiles.accepted;
import static io.openrcm.gateway.PayerFiles.ack277;
import static io.openrcm.gateway.PayerFiles.ack999;
import static io.openrcm.gateway.PayerFiles.paid;
import static io.openrcm.gateway.PayerFiles.remittance;
import static io.openrcm.gateway.PayerFiles.ta1;
import static io.openrcm.gateway.ReleasedClaimFixture.aReleasedClaim;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.gateway.Exchange;
import io.openrcm.gateway.GatewayTest;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what stands in a file that has the claims of more than one facility, or of nobody knows which. */
@GatewayTest
class FilesOfSeveralFacilitiesTest {

    private static final String TOTALS = "QTY*90*1~AMT*YU*125";

    @Inject
    Exchange exchange;

    @BeforeEach
    void nothingWaits() {
        exchange.transmit();
    }

    @Test
    void aSentFileIsForWhoWorksForEveryFacilityInIt() {
        var sent = exchange.send(of("LAKESIDE"), of("HARBOR"));
        var content = "/interchanges/" + sent.id() + "/content";

        assertThat(read(content, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(content, "HARBOR").statusCode()).isEqualTo(404);
        assertThat(read(content, "LAKESIDE", "HARBOR").asString()).isEqualTo(Exchange.text(sent.file()));
        assertThat(read(content, "*").statusCode()).isEqualTo(200);
    }

    @Test
    void aRemittanceIsForWhoWorksForEveryFacilityItPays() {
        var lakeside = sent("LAKESIDE");
        var harbor = sent("HARBOR");

        var both = received(
                remittance("F1", "200", paid(number(lakeside), "100", "25"), paid(number(harbor), "100", "25")));
        var one = received(remittance("F2", "100", paid(number(harbor), "100", "25")));

        assertThat(read(both, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(both, "HARBOR", "LAKESIDE").statusCode()).isEqualTo(200);
        assertThat(read(one, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(one, "HARBOR").statusCode()).isEqualTo(200);
    }

    @Test
    void aRemittanceThatIsRefusedIsForTheSameEyes() {
        var claim = sent("HARBOR");

        var refused = received(remittance("F3", "90", paid(number(claim), "100", "25")));

        assertThat(read(refused, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(refused, "HARBOR").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileWithAClaimThatIsNoneOfOursMayBeAnybodysAndIsForWhoSeesThemAll() {
        var claim = sent("LAKESIDE");

        var received =
                received(remittance("F4", "200", paid(number(claim), "100", "25"), paid("NOTOURS1", "100", "25")));

        assertThat(read(received, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(received, "*").statusCode()).isEqualTo(200);
    }

    @Test
    void anAcknowledgmentIsForWhoWorksForTheClaimsInItIfAllOfThemAreOurs() {
        var lakeside = of("LAKESIDE");
        var sent = exchange.send(lakeside);
        var accepted = accepted(number(lakeside), "ICN" + number(lakeside));

        var mixed = received(ack277("AY", sent.batch(), TOTALS, accepted, accepted("NOTOURS1", "ICN1")));
        var ours = received(ack277("PR", sent.batch(), TOTALS, accepted));

        assertThat(read(mixed, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(mixed, "*").statusCode()).isEqualTo(200);
        assertThat(read(ours, "HARBOR").statusCode()).isEqualTo(404);
        assertThat(read(ours, "LAKESIDE").statusCode()).isEqualTo(200);
    }

    @Test
    void anAcknowledgmentThatNamesNoFileOfOursIsForTheEyesOfItsClaims() {
        var claim = sent("HARBOR");

        var received = received(ack277("PR", "NOFILE1", TOTALS, accepted(number(claim), "ICN" + number(claim))));

        assertThat(read(received, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(received, "HARBOR").statusCode()).isEqualTo(200);
    }

    @Test
    void aWordOnALabelledClaimIsForWhoMaySeeIt() {
        var claim = aReleasedClaim().of("HARBOR").underPart2("CONSENT-2026-17").build();
        var sent = exchange.send(claim);
        var withoutPart2 = Token.of(Roles.SUPERVISOR).at("HARBOR").signed();

        for (var file : List.of(
                ta1(sent.interchange(), 'A', "000"),
                ack999(sent.group(), sent.set(), 'A'),
                ack277("PR", sent.batch(), TOTALS, accepted(number(claim), "ICN" + number(claim))))) {
            var received = received(file);

            assertThat(given().header("Authorization", "Bearer " + withoutPart2)
                            .get(received)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(read(received, "HARBOR").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFileThatCannotBeReadIsForWhoSeesThemAll() {
        var text = new String(remittance("F7", "100", paid("NOTOURS1", "100", "25")), StandardCharsets.US_ASCII);
        var broken = received(text.replace("ST*835", "?T*835").getBytes(StandardCharsets.US_ASCII));

        assertThat(read(broken, "LAKESIDE", "HARBOR").statusCode()).isEqualTo(404);
        assertThat(read(broken, "*").statusCode()).isEqualTo(200);
    }

    @Test
    void aWordOnOurFileIsForWhoMayReadThatFile() {
        var sent = exchange.send(of("HARBOR"));

        var acknowledgment = received(ack999(sent.group(), sent.set(), 'A'));

        assertThat(read(acknowledgment, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(acknowledgment, "HARBOR").statusCode()).isEqualTo(200);
    }

    @Test
    void aWordThatComesAgainInAnotherFileIsForTheSameEyes() {
        var claim = of("HARBOR");
        var sent = exchange.send(claim);
        var accepted = accepted(number(claim), "ICN" + number(claim));

        for (var file : List.of(
                ta1(sent.interchange(), 'A', "000"),
                ack999(sent.group(), sent.set(), 'A'),
                ack277("AY", sent.batch(), TOTALS, accepted))) {
            var first = exchange.answer(file);
            var again = exchange.answer(
                    (new String(file, StandardCharsets.US_ASCII) + "\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(first.getString("sets[0].outcome")).isEqualTo("APPLIED");
            assertThat(again.getString("sets[0].outcome")).isEqualTo("DUPLICATE");
            for (var received : List.of(first, again)) {
                assertThat(read(content(received), "LAKESIDE").statusCode()).isEqualTo(404);
                assertThat(read(content(received), "HARBOR").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void theSameBytesAgainAreForTheSameEyes() {
        var claim = sent("HARBOR");
        var file = remittance("F5", "100", paid(number(claim), "100", "25"));
        assertThat(exchange.answer(file).getString("status")).isEqualTo("INTERPRETED");

        var again = received(file);

        assertThat(read(again, "LAKESIDE").statusCode()).isEqualTo(404);
        assertThat(read(again, "HARBOR").asByteArray()).isEqualTo(file);
    }

    @Test
    void whoBringsAFileNeedNotBeOneWhoMayReadIt() {
        var file = remittance("F6", "100", paid("NOTOURS1", "100", "25"));

        for (int times = 0; times < 2; times++) {
            given().header(
                            "Authorization",
                            "Bearer "
                                    + Token.of(Roles.PAYER_ADAPTER)
                                            .at("LAKESIDE")
                                            .signed())
                    .contentType("application/edi-x12")
                    .body(file)
                    .post("/trading-partners/RIVERCH/files")
                    .then()
                    .statusCode(201);
        }
    }

    /** Answers with a file; returns where its bytes are. */
    private String received(byte[] file) {
        return content(exchange.answer(file));
    }

    private static String content(JsonPath received) {
        return "/received-files/" + received.getString("id") + "/content";
    }

    private ClaimReleased sent(String facility) {
        var claim = of(facility);
        assertThat(exchange.send(claim).file()).exists();
        return claim;
    }

    private static ClaimReleased of(String facility) {
        return aReleasedClaim().of(facility).build();
    }

    private static String number(ClaimReleased claim) {
        return claim.content().number().value();
    }

    private static Response read(String path, String... facilities) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + Token.of(Roles.SUPERVISOR, Roles.PART2)
                                        .at(facilities)
                                        .signed())
                .get(path);
    }
}
