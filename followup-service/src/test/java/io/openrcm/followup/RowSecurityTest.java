package io.openrcm.followup;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.aClaimUnderPart2;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.restassured.RestAssured.given;

import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.rest.access.GuardedTables;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@RealServersTest
class RowSecurityTest extends GuardedTables {

    @Inject
    Hearing hearing;

    @Override
    protected Set<String> guarded() {
        return Set.of("watched_claim", "work_item", "work_item_note");
    }

    @Override
    protected Map<String, String> ofNoFacility() {
        return Map.of();
    }

    @Override
    protected void makeRecordsOfLakeside() {
        make(aClaim("guarded-" + UUID.randomUUID()));
        make(aClaimUnderPart2("guarded-" + UUID.randomUUID()));
    }

    private void make(ClaimHeader claim) {
        hearing.hear(message(1, rejected(claim)));
        String id = given().queryParam("claimNumber", claim.number().value())
                .get("/work-items")
                .path("items[0].id");
        given().contentType(ContentType.JSON)
                .body("{\"text\": \"n\"}")
                .post("/work-items/" + id + "/notes")
                .then()
                .statusCode(200);
    }

    @Override
    protected String changeOfLakesidesRows() {
        return "update work_item set owner = 'mira' where facility = 'LAKESIDE'";
    }
}
