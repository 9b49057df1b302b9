package io.openrcm.coding.encounter;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.openrcm.coding.EncounterFixture.anUncodedEncounter;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.openrcm.coding.CodingServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class EncounterListTest {

    @Test
    void encountersAreListedByFilterPageByPage() {
        String source = "LIST-" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            post(aNewEncounter().with("/source/system", source).json()).statusCode(201);
        }
        post(anUncodedEncounter().with("/source/system", source).json()).statusCode(201);

        String next = given().queryParam("source", source)
                .queryParam("codingStatus", "RELEASED")
                .queryParam("limit", 3)
                .get("/encounters")
                .then()
                .body("items", hasSize(3))
                .body("items.status", everyItem(equalTo("ACCEPTED")))
                .extract()
                .path("next");
        given().queryParam("source", source)
                .queryParam("codingStatus", "RELEASED")
                .queryParam("limit", 3)
                .queryParam("after", next)
                .get("/encounters")
                .then()
                .body("items", hasSize(2))
                .body("$", not(hasItem("next")));
        given().queryParam("source", source)
                .queryParam("codingStatus", "UNCODED")
                .get("/encounters")
                .then()
                .body("items", hasSize(1))
                .body("items[0].problems.rule", hasItem("PRINCIPAL_DIAGNOSIS_MISSING"));
        given().queryParam("source", source)
                .queryParam("servicedFrom", "2026-02-06")
                .get("/encounters")
                .then()
                .body("items", empty());
    }

    @Test
    void badFiltersAndUnknownIdsAreTheCallersErrors() {
        given().queryParam("after", "nonsense")
                .get("/encounters")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
        given().queryParam("limit", 501)
                .get("/encounters")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
        given().get("/encounters/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private static ValidatableResponse post(String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .post("/encounters")
                .then();
    }
}
