package io.openrcm.followup;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.aClaimUnderPart2;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.access.LabelMatrix;
import io.openrcm.security.identity.Token;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Work about claims for treatment of a substance use disorder. */
@RealServersTest
class LabelTest extends LabelMatrix {

    private static final Map<String, String> BODIES = Map.of(
            "notes", "{\"text\": \"n\"}",
            "corrections", "{\"corrections\": []}",
            "appeals", "{\"level\": 1, \"filedOn\": \"2026-11-24\"}",
            "resolutions", "{\"resolution\": \"NO_ACTION_NEEDED\", \"note\": \"n\"}");

    @Inject
    Hearing hearing;

    @Override
    protected Map<String, Sighting> aRecord(boolean underPart2) {
        var claim = claim(UUID.randomUUID().toString(), underPart2);
        hearing.hear(message(1, rejected(claim)));
        var number = claim.number().value();
        var item = "/work-items/" + itemAbout(claim);
        Map<String, Sighting> seen = new HashMap<>();
        seen.put("GET /work-items", new Sighting("/work-items?claimNumber=" + number, "\"" + number + "\""));
        seen.put("GET /work-items/{id}", new Sighting(item, number));
        seen.put("DELETE /work-items/{id}/leases", new Sighting(item + "/leases", number));
        for (var act : List.of("leases", "notes", "corrections", "appeals", "resolutions")) {
            seen.put("POST /work-items/{id}/" + act, new Sighting(item + "/" + act, number));
        }
        return seen;
    }

    @Override
    protected Map<String, String> withoutRecords() {
        return Map.of("GET /work-items/summary", "counts and sums of the items that the caller may see");
    }

    @Override
    protected String bodyFor(String endpoint, String role) {
        return BODIES.getOrDefault(endpoint.substring(endpoint.lastIndexOf('/') + 1), super.bodyFor(endpoint, role));
    }

    @Test
    void theNoticeComesWithALabelledItem() {
        var labelled = claim(UUID.randomUUID().toString(), true);
        var other = claim(UUID.randomUUID().toString(), false);
        hearing.hear(message(1, rejected(labelled)), message(1, rejected(other)));

        given().get("/work-items/" + itemAbout(labelled))
                .then()
                .body("item.part2", equalTo(true))
                .body("disclosureNotice", equalTo(Part2.NOTICE));
        given().get("/work-items/" + itemAbout(other))
                .then()
                .body("item.part2", nullValue())
                .body("disclosureNotice", nullValue());
    }

    @Test
    void whatThereIsAboutAClaimComesUnderPart2WithItAndLeavesItWithIt() {
        var key = UUID.randomUUID().toString();
        hearing.hear(message(1, rejected(claim(key, false))));
        var item = itemAbout(claim(key, false));
        assertThat(statusFor("biller", item)).isEqualTo(200);
        note(item);

        hearing.hear(message(2, ClaimEventFixture.submitted(claim(key, true))));

        assertThat(statusFor("biller", item)).isEqualTo(404);
        given().get("/work-items/" + item).then().body("notes.text", equalTo(List.of("Called the payer")));

        hearing.hear(message(3, ClaimEventFixture.submitted(claim(key, false))));

        assertThat(statusFor("biller", item)).isEqualTo(200);
    }

    private static ClaimHeader claim(String key, boolean underPart2) {
        return underPart2 ? aClaimUnderPart2(key) : aClaim(key);
    }

    private static String itemAbout(ClaimHeader claim) {
        return given().queryParam("claimNumber", claim.number().value())
                .get("/work-items")
                .path("items[0].id");
    }

    private static void note(String item) {
        given().contentType(ContentType.JSON)
                .body("{\"text\": \"Called the payer\"}")
                .post("/work-items/" + item + "/notes")
                .then()
                .statusCode(200);
    }

    private static int statusFor(String role, String item) {
        return given().header("Authorization", Token.bearer(role))
                .get("/work-items/" + item)
                .statusCode();
    }
}
