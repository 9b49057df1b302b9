package io.openrcm.coding;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;

import io.openrcm.rest.access.GuardedTables;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Set;

@CodingServiceTest
class RowSecurityTest extends GuardedTables {

    @Override
    protected Set<String> guarded() {
        return Set.of("encounter");
    }

    @Override
    protected Map<String, String> ofNoFacility() {
        return Map.of("code", "the codebook is the same for everybody", "code_release", "as the codebook");
    }

    @Override
    protected void makeRecordsOfLakeside() {
        send(aNewEncounter());
        send(aNewEncounter().underPart2("{}"));
    }

    private static void send(EncounterFixture encounter) {
        given().contentType(ContentType.JSON)
                .body(encounter.json())
                .post("/encounters")
                .then()
                .statusCode(201);
    }

    @Override
    protected String changeOfLakesidesRows() {
        return "update encounter set coder = 'mira' where facility = 'LAKESIDE'";
    }
}
