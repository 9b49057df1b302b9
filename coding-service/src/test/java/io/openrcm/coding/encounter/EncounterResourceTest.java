package io.openrcm.coding.encounter;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.openrcm.coding.EncounterFixture.anUncodedEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.coding.CodingEvents;
import io.openrcm.coding.CodingServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class EncounterResourceTest {

    @Test
    void aFullyCodedEncounterIsReleasedWithoutAPerson() {
        var encounter = aNewEncounter();

        String id = post(encounter.json())
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"))
                .body("codingStatus", equalTo("RELEASED"))
                .body("version", equalTo(1))
                .body("problems", empty())
                .extract()
                .path("id");

        var said = CodingEvents.await(id, 1).getFirst();
        assertThat(said.type()).isEqualTo("EncounterCoded.v1");
        assertThat(said.seq()).isEqualTo(1);
        assertThat(said.payload().at("/encounter/source/encounterId").asText()).isEqualTo(encounter.encounterId());
        assertThat(said.payload().at("/encounter/charges")).hasSize(6);
    }

    @Test
    void notesStayHere() {
        String id = post(aNewEncounter().json()).statusCode(201).extract().path("id");

        assertThat(CodingEvents.await(id, 1).getFirst().text())
                .doesNotContain("notes")
                .doesNotContain("infiltrate");
        given().get("/encounters/" + id).then().body("content.notes", hasSize(1));
    }

    @Test
    void theSameEncounterTwiceIsOneEncounter() {
        var encounter = aNewEncounter();
        String id = post(encounter.json()).statusCode(201).extract().path("id");
        String first = given().get("/encounters/" + id).asString();

        post(encounter.json())
                .statusCode(200)
                .body("id", equalTo(id))
                .body("codingStatus", equalTo("RELEASED"))
                .body("problems", empty());

        assertThat(given().get("/encounters/" + id).asString()).isEqualTo(first);
        assertThat(CodingEvents.soFar(id)).hasSize(1);
    }

    @Test
    void aRepetitionGetsTheOriginalAnswerEvenAfterACoderWentOn() {
        var encounter = anUncodedEncounter();
        String id = post(encounter.json()).statusCode(201).extract().path("id");
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/encounters/" + id + "/coder")
                .then()
                .statusCode(200);

        post(encounter.json()).statusCode(200).body("codingStatus", equalTo("UNCODED"));
    }

    @Test
    void theSameVersionWithOtherContentIsAConflictAndChangesNothing() {
        var encounter = aNewEncounter();
        String id = post(encounter.json()).statusCode(201).extract().path("id");
        String first = given().get("/encounters/" + id).asString();

        post(encounter.with("/charges/0/amount", "1.00").json())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("ENCOUNTER_VERSION_CONFLICT"))
                .body("errors[0].field", equalTo("/source/version"))
                .body("errors[0].rule", equalTo("ENCOUNTER_VERSION_CONFLICT"));

        assertThat(given().get("/encounters/" + id).asString()).isEqualTo(first);
        assertThat(CodingEvents.soFar(id)).hasSize(1);
    }

    @Test
    void anEarlierVersionIsStale() {
        var encounter = aNewEncounter().version(3);
        post(encounter.json()).statusCode(201);

        post(encounter.version(2).json()).statusCode(409).body("code", equalTo("STALE_ENCOUNTER_VERSION"));
    }

    @Test
    void aLaterVersionOfAReleasedEncounterIsReleasedAgain() {
        var encounter = aNewEncounter();
        String id = post(encounter.json()).statusCode(201).extract().path("id");

        post(encounter.version(2).with("/charges/0/amount", "5000.00").json())
                .statusCode(200)
                .body("version", equalTo(2))
                .body("codingStatus", equalTo("RELEASED"));

        var said = CodingEvents.await(id, 2);
        assertThat(said).extracting(CodingEvents.Said::seq).containsExactly(1L, 2L);
        assertThat(said.getLast().payload().at("/encounter/source/version").asInt())
                .isEqualTo(2);
        assertThat(said.getLast().payload().at("/encounter/charges/0/amount").asText())
                .isEqualTo("5000.00");
    }

    @Test
    void aNotBillableEncounterGoesNowhereUntilTheHospitalDecidesOtherwise() {
        var encounter = aNewEncounter();
        var research = encounter.with("/billable", false).with("/notBillableReason", "RESEARCH");
        String id = post(research.json())
                .statusCode(201)
                .body("status", equalTo("NOT_BILLABLE"))
                .extract()
                .path("id");
        assertThat(CodingEvents.soFar(id)).isEmpty();

        post(encounter
                        .version(2)
                        .without("/billable")
                        .without("/notBillableReason")
                        .json())
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));

        assertThat(CodingEvents.await(id, 1)).hasSize(1);
    }

    @Test
    void aReleasedEncounterCannotBecomeNotBillableHere() {
        var encounter = aNewEncounter();
        post(encounter.json()).statusCode(201);

        post(encounter
                        .version(2)
                        .with("/billable", false)
                        .with("/notBillableReason", "CHARITY")
                        .json())
                .statusCode(409)
                .body("code", equalTo("ENCOUNTER_ALREADY_RELEASED"));
    }

    @Test
    void anIdempotencyKeyAnswersOnlyForItsOwnBody() {
        var encounter = aNewEncounter();
        String key = UUID.randomUUID().toString();
        String id = keyed(key, encounter.json()).statusCode(201).extract().path("id");

        keyed(key, encounter.json()).statusCode(201).body("id", equalTo(id)).header("Location", "/encounters/" + id);
        keyed(key, encounter.version(2).json()).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void twoSendersAtTheSameMomentMakeOneEncounter() {
        var encounter = aNewEncounter();

        List<Integer> statuses = Stream.generate(encounter::json)
                .limit(8)
                .parallel()
                .map(json -> given().contentType(ContentType.JSON)
                        .body(json)
                        .post("/encounters")
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    }

    private static ValidatableResponse keyed(String key, String json) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(json)
                .post("/encounters")
                .then();
    }

    private static ValidatableResponse post(String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .post("/encounters")
                .then();
    }
}
