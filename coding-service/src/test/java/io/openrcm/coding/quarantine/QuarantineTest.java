package io.openrcm.coding.quarantine;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.openrcm.coding.CodingEvents;
import io.openrcm.coding.CodingServiceTest;
import io.openrcm.coding.EncounterFixture;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class QuarantineTest {

    @Test
    void aCodeThatHadEndedBeforeDischargeIsKeptWithItsReason() {
        var encounter = aNewEncounter().with("/diagnoses/1/code", "G35");

        String id = post(encounter)
                .statusCode(201)
                .body("status", equalTo("QUARANTINED"))
                .body("codingStatus", equalTo("CODED"))
                .body("problems.field", contains("/diagnoses/1/code"))
                .body("problems.rule", contains("CODE_NOT_VALID_ON_DATE"))
                .extract()
                .path("id");

        given().queryParam("status", "QUARANTINED")
                .queryParam("limit", 500)
                .get("/encounters")
                .then()
                .body("items.find { it.id == '" + id + "' }.problems.rule", hasItem("CODE_NOT_VALID_ON_DATE"));
        given().get("/encounters/" + id).then().body("quarantinedAt", notNullValue());
        assertThat(CodingEvents.soFar(id)).isEmpty();
    }

    @Test
    void aRetryFindsWhatIsStillWrong() {
        String id = post(aNewEncounter().with("/charges", List.of()))
                .body("status", equalTo("QUARANTINED"))
                .extract()
                .path("id");

        retry(id).statusCode(200).body("status", equalTo("QUARANTINED")).body("problems.rule", contains("NO_CHARGES"));
    }

    @Test
    void aRetryAfterTheCodebookWasMendedReleasesTheEncounterOnce() {
        load("Z9911,2030-01-01,,Synthetic supply");
        String id = post(aNewEncounter().with("/charges/3/procedureCode", "Z9911"))
                .body("problems.rule", contains("CODE_NOT_VALID_ON_DATE"))
                .extract()
                .path("id");

        load("Z9911,2020-01-01,,Synthetic supply");
        retry(id)
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("codingStatus", equalTo("RELEASED"))
                .body("problems", empty());
        retry(id).statusCode(409).body("code", equalTo("NOT_QUARANTINED"));

        assertThat(CodingEvents.soFar(id)).hasSize(1);
    }

    @Test
    void aLaterVersionFromTheHospitalEndsQuarantine() {
        var encounter = aNewEncounter().with("/coverages", List.of());
        String id = post(encounter)
                .body("problems.rule", contains("NO_COVERAGE"))
                .extract()
                .path("id");

        post(encounter.version(2).with("/coverages", aNewEncounter().tree().get("coverages")))
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));

        assertThat(CodingEvents.await(id, 1)).hasSize(1);
        given().get("/encounters/" + id).then().body("problems", empty()).body("quarantinedAt", equalTo(null));
    }

    private static void load(String line) {
        given().contentType("text/csv")
                .body(line)
                .queryParam("validFrom", "2026-01-01")
                .queryParam("complete", false)
                .post("/code-sets/HCPCS/releases")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse retry(String id) {
        return given().post("/encounters/" + id + "/retries").then();
    }

    private static ValidatableResponse post(EncounterFixture encounter) {
        return given().contentType(ContentType.JSON)
                .body(encounter.json())
                .post("/encounters")
                .then();
    }
}
