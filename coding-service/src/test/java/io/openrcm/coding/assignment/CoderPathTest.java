package io.openrcm.coding.assignment;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.openrcm.coding.EncounterFixture.anUncodedEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.openrcm.coding.CodingEvents;
import io.openrcm.coding.CodingServiceTest;
import io.openrcm.coding.EncounterFixture;
import io.openrcm.security.identity.Token;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class CoderPathTest {

    private static final String CODES = """
            {"diagnoses": [
               {"code": "J189", "role": "PRINCIPAL", "presentOnAdmission": "YES"},
               {"code": "E119", "role": "OTHER", "presentOnAdmission": "YES"}],
             "procedures": [],
             "charges": [
               {"chargeId": "C5", "procedureCode": "99223", "modifiers": ["AI"], "diagnosisPointers": [1, 2]},
               {"chargeId": "C6", "procedureCode": "99238", "modifiers": [], "diagnosisPointers": [1]}]}
            """;

    @Test
    void aCoderTakesAnEncounterAssignsCodesAndReleasesIt() {
        String id = send(anUncodedEncounter());
        take(id, "mira").statusCode(200).body("codingStatus", equalTo("IN_CODING"));

        assign(id, etag(id), CODES).statusCode(200).body("problems", empty());
        release(id, etag(id)).statusCode(200).body("codingStatus", equalTo("RELEASED"));

        var said = CodingEvents.await(id, 1).getFirst();
        assertThat(said.payload().at("/encounter/diagnoses/0/code").asText()).isEqualTo("J189");
        assertThat(said.payload().at("/encounter/charges/4/procedureCode").asText())
                .isEqualTo("99223");
        assertThat(said.payload().at("/encounter/charges/4/amount").asText()).isEqualTo("420.00");
    }

    @Test
    void oneCoderAtATime() {
        String id = send(anUncodedEncounter());
        take(id, "mira").statusCode(200).body("coder", equalTo("mira"));

        take(id, "mira").statusCode(200);
        take(id, "jonas").statusCode(409).body("code", equalTo("TAKEN_BY_ANOTHER_CODER"));
        as("mira").delete("/encounters/" + id + "/coder").then().statusCode(204);
        take(id, "jonas").statusCode(200).body("coder", equalTo("jonas"));
    }

    @Test
    void whatOneCoderTookNoOtherCodesReleasesOrHandsBack() {
        String id = send(anUncodedEncounter());
        take(id, "jonas").statusCode(200);

        assign(id, etag(id), CODES).statusCode(409).body("code", equalTo("TAKEN_BY_ANOTHER_CODER"));
        release(id, etag(id)).statusCode(409).body("code", equalTo("TAKEN_BY_ANOTHER_CODER"));
        as("mira")
                .delete("/encounters/" + id + "/coder")
                .then()
                .statusCode(409)
                .body("code", equalTo("TAKEN_BY_ANOTHER_CODER"));
    }

    @Test
    void aSupervisorGivesAnEncounterFromOneCoderToAnother() {
        String id = send(anUncodedEncounter());
        String named = "{\"name\": \"jonas\"}";
        take(id, "mira").statusCode(200);

        given().header("Authorization", Token.bearer("supervisor"))
                .delete("/encounters/" + id + "/coder")
                .then()
                .statusCode(204);
        given().header("Authorization", Token.bearer("supervisor"))
                .contentType(ContentType.JSON)
                .body(named)
                .put("/encounters/" + id + "/coder")
                .then()
                .statusCode(200)
                .body("coder", equalTo("jonas"));
    }

    @Test
    void aCoderGivesNothingToAnotherAndASupervisorWhoDoesNotCodeTakesNothing() {
        String id = send(anUncodedEncounter());

        as("mira")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"jonas\"}")
                .put("/encounters/" + id + "/coder")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        given().header("Authorization", Token.bearer("supervisor"))
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/encounters/" + id + "/coder")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("/name"));

        given().get("/encounters/" + id).then().body("codingStatus", equalTo("UNCODED"));
    }

    @Test
    void anEditOfWhatSomebodyChangedIsRefused() {
        String id = send(anUncodedEncounter());
        take(id, "mira");
        String read = etag(id);
        assign(id, read, CODES).statusCode(200);

        assign(id, read, CODES).statusCode(412).body("code", equalTo("STALE_VERSION"));
        release(id, read).statusCode(412);
        as("mira").post("/encounters/" + id + "/code-assignment/release").then().statusCode(428);
    }

    @Test
    void anUnfinishedAssignmentIsKeptButNotReleased() {
        String id = send(anUncodedEncounter());
        take(id, "mira");

        assign(
                        id,
                        etag(id),
                        CODES.replace("\"procedureCode\": \"99223\", \"modifiers\": [\"AI\"]", "\"modifiers\": []"))
                .statusCode(200)
                .body("problems.field", hasItem("/charges/4/procedureCode"));
        release(id, etag(id)).statusCode(422).body("code", equalTo("CODING_INCOMPLETE"));

        given().get("/encounters/" + id).then().body("codingStatus", equalTo("IN_CODING"));
    }

    @Test
    void codesThatBreakARuleAreNotKept() {
        String id = send(anUncodedEncounter());
        take(id, "mira");

        assign(id, etag(id), CODES.replace("J189", "J18.9"))
                .statusCode(422)
                .body("errors.rule", hasItem("DIAGNOSIS_FORMAT"));
        assign(id, etag(id), CODES.replace("C6", "C9"))
                .statusCode(422)
                .body("errors.find { it.rule == 'CHARGE_UNKNOWN' }.field", equalTo("/charges/1/chargeId"));
    }

    @Test
    void codesThatAreNotValidOnTheDayOfDischargeAreNotReleased() {
        String id = send(anUncodedEncounter());
        take(id, "mira");
        assign(id, etag(id), CODES.replace("E119", "G35")).statusCode(200);

        release(id, etag(id))
                .statusCode(422)
                .body("code", equalTo("ENCOUNTER_UNUSABLE"))
                .body("errors.rule", hasItem("CODE_NOT_VALID_ON_DATE"));
    }

    @Test
    void aCoderMendsTheCodeThatPutAnEncounterInQuarantine() {
        String id = send(aNewEncounter().with("/diagnoses/1/code", "G35"));
        take(id, "mira").statusCode(200).body("status", equalTo("QUARANTINED"));
        assign(id, etag(id), CODES).statusCode(200);

        release(id, etag(id)).statusCode(200).body("status", equalTo("ACCEPTED"));

        assertThat(CodingEvents.await(id, 1)).hasSize(1);
    }

    @Test
    void aLaterVersionBringsTheEncounterBackWithTheCodersWork() {
        var encounter = anUncodedEncounter();
        String id = send(encounter);
        take(id, "mira");
        assign(id, etag(id), CODES);
        release(id, etag(id)).statusCode(200);

        given().contentType(ContentType.JSON)
                .body(encounter.version(2).with("/charges/0/amount", "5000.00").json())
                .post("/encounters")
                .then()
                .statusCode(200)
                .body("codingStatus", equalTo("REOPENED"));
        take(id, "mira").statusCode(200).body("codeAssignment.diagnoses[0].code", equalTo("J189"));
        release(id, etag(id)).statusCode(200);

        assertThat(CodingEvents.await(id, 2)
                        .getLast()
                        .payload()
                        .at("/encounter/charges/0/amount")
                        .asText())
                .isEqualTo("5000.00");
    }

    @Test
    void codesThatDoNotFitALaterVersionAreNotReleased() {
        var encounter = anUncodedEncounter();
        String id = send(encounter);
        take(id, "mira");
        String procedure = "[{\"code\": \"5A09357\", \"performedOn\": \"2026-02-03\", \"principal\": true}]";
        assign(id, etag(id), CODES.replace("\"procedures\": []", "\"procedures\": " + procedure))
                .statusCode(200);

        given().contentType(ContentType.JSON)
                .body(encounter.version(2).with("/visit", "OUTPATIENT").json())
                .post("/encounters")
                .then()
                .statusCode(200);

        release(id, etag(id))
                .statusCode(422)
                .body("code", equalTo("ENCOUNTER_INVALID"))
                .body("errors.rule", hasItem("PROCEDURES_ARE_INPATIENT"));
    }

    @Test
    void aReleasedEncounterIsNotTaken() {
        take(send(aNewEncounter()), "mira").statusCode(409).body("code", equalTo("STATUS_FORBIDS"));
    }

    private static RequestSpecification as(String coder) {
        return given().header(
                        "Authorization",
                        "Bearer " + Token.of("coder").named(coder).signed());
    }

    private static String send(EncounterFixture encounter) {
        return given().contentType(ContentType.JSON)
                .body(encounter.json())
                .post("/encounters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse take(String id, String coder) {
        return as(coder)
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/encounters/" + id + "/coder")
                .then();
    }

    private static String etag(String id) {
        return given().get("/encounters/" + id).header("ETag");
    }

    private static ValidatableResponse assign(String id, String etag, String codes) {
        return as("mira")
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(codes)
                .put("/encounters/" + id + "/code-assignment")
                .then();
    }

    private static ValidatableResponse release(String id, String etag) {
        return as("mira")
                .header("If-Match", etag)
                .post("/encounters/" + id + "/code-assignment/release")
                .then();
    }
}
