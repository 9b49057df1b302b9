package io.openrcm.followup;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.excepted;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.rest.access.AccessMatrix;
import io.openrcm.security.identity.Token;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what with work items. */
@RealServersTest
class AccessTest extends AccessMatrix {

    private static final Map<String, String> BODIES = Map.of(
            "notes", "{\"text\": \"n\"}",
            "corrections", "{\"corrections\": []}",
            "appeals", "{\"level\": 1, \"filedOn\": \"2026-11-24\"}",
            "resolutions", "{\"resolution\": \"NO_ACTION_NEEDED\", \"note\": \"n\"}");

    @Inject
    Hearing hearing;

    @Override
    protected Map<String, String> recordsOfLakeside() {
        String item = "/work-items/" + anItemOfLakeside();
        Map<String, String> records = new HashMap<>();
        records.put("GET /work-items/{id}", item);
        records.put("DELETE /work-items/{id}/leases", item + "/leases");
        for (var act : List.of("leases", "notes", "corrections", "appeals", "resolutions")) {
            records.put("POST /work-items/{id}/" + act, item + "/" + act);
        }
        return records;
    }

    @Override
    protected String bodyFor(String endpoint) {
        return BODIES.getOrDefault(endpoint.substring(endpoint.lastIndexOf('/') + 1), super.bodyFor(endpoint));
    }

    @Test
    void anAnswerThatWasGivenBeforeIsNotGivenToAnotherFacility() {
        String notes = "/work-items/" + anItemOfLakeside() + "/notes";

        note(notes, "LAKESIDE").statusCode(200);
        note(notes, "LAKESIDE").statusCode(200);
        note(notes, "HARBOR").statusCode(404).body("code", equalTo("WORK_ITEM_NOT_FOUND"));
    }

    @Test
    void aPaymentForNoClaimOfOursIsForThoseWhoWorkForEveryFacility() {
        hearing.hear(message(1, excepted("nobodys", ExceptionKind.UNKNOWN_CLAIM)));

        assertThat(exceptionsSeenFrom("LAKESIDE")).isEmpty();
        assertThat(exceptionsSeenFrom("*")).isNotEmpty();
    }

    private String anItemOfLakeside() {
        var claim = aClaim("lakeside-" + UUID.randomUUID());
        hearing.hear(message(1, rejected(claim)));
        return given().queryParam("claimNumber", claim.number().value())
                .get("/work-items")
                .path("items[0].id");
    }

    private static ValidatableResponse note(String path, String facility) {
        return given().header("Authorization", as(facility))
                .header("Idempotency-Key", "the-same-key")
                .contentType(ContentType.JSON)
                .body("{\"text\": \"Called the payer\"}")
                .post(path)
                .then();
    }

    private static List<String> exceptionsSeenFrom(String facility) {
        return given().header("Authorization", as(facility))
                .queryParam("kind", "REMITTANCE_EXCEPTION")
                .get("/work-items")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String as(String facility) {
        return "Bearer " + Token.of("biller").at(facility).signed();
    }
}
