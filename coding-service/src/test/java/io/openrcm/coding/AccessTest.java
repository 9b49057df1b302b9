package io.openrcm.coding;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.openrcm.coding.EncounterFixture.anUncodedEncounter;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.rest.access.AccessMatrix;
import io.openrcm.security.identity.Token;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may do what with encounters. */
@CodingServiceTest
class AccessTest extends AccessMatrix {

    private static final String MEMBER_ID =
            anUncodedEncounter().tree().at("/coverages/0/memberId").asText();

    @Override
    protected Map<String, String> recordsOfLakeside() {
        String path = "/encounters/"
                + send(anUncodedEncounter(), "LAKESIDE")
                        .statusCode(201)
                        .extract()
                        .path("id");
        Map<String, String> records = new HashMap<>();
        records.put("GET /encounters/{id}", path);
        records.put("PUT /encounters/{id}/coder", path + "/coder");
        records.put("DELETE /encounters/{id}/coder", path + "/coder");
        records.put("PUT /encounters/{id}/code-assignment", path + "/code-assignment");
        records.put("POST /encounters/{id}/code-assignment/release", path + "/code-assignment/release");
        records.put("POST /encounters/{id}/retries", path + "/retries");
        return records;
    }

    @Override
    protected String bodyFor(String endpoint) {
        return switch (endpoint) {
            case "PUT /encounters/{id}/code-assignment" -> "{\"diagnoses\": [], \"procedures\": [], \"charges\": []}";
            case "POST /encounters/searches" -> "{\"memberId\": \"" + MEMBER_ID + "\"}";
            default -> super.bodyFor(endpoint);
        };
    }

    @Test
    void aHospitalSendsItsOwnEncountersOnly() {
        var encounter = aNewEncounter();

        send(encounter, "HARBOR")
                .statusCode(403)
                .body("code", equalTo("FACILITY_NOT_YOURS"))
                .body("errors[0].field", equalTo("/facility"));

        send(encounter, "LAKESIDE").statusCode(201);
    }

    @Test
    void aListOfAnotherFacilitysEncountersIsEmpty() {
        send(aNewEncounter(), "LAKESIDE").statusCode(201);

        given().header(
                        "Authorization",
                        "Bearer " + Token.of("coder").at("HARBOR").signed())
                .queryParam("facility", "LAKESIDE")
                .get("/encounters")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static ValidatableResponse send(EncounterFixture encounter, String facilityOfSender) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + Token.of("hospital-system")
                                        .at(facilityOfSender)
                                        .signed())
                .contentType(ContentType.JSON)
                .body(encounter.json())
                .post("/encounters")
                .then();
    }
}
