package io.openrcm.followup;

import static io.openrcm.followup.ClaimEventFixture.aClaim;
import static io.openrcm.followup.ClaimEventFixture.message;
import static io.openrcm.followup.ClaimEventFixture.rejected;
import static io.openrcm.followup.ClaimEventFixture.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RealServersTest
class OnRecordTest {

    private static final String AUDITOR = Token.of(Roles.AUDITOR).signed();

    @Inject
    Hearing hearing;

    @Test
    void whoReadsAndChangesAWorkItemIsOnRecordWithItAndItsFacility() {
        var id = rejectedClaim("on-record-read");
        var specialist = Token.of(Roles.DENIAL_SPECIALIST).named("specialist-7").signed();

        given().auth().oauth2(specialist).get("/work-items/" + id).then().statusCode(200);
        given().auth()
                .oauth2(specialist)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"looked at it\"}")
                .post("/work-items/" + id + "/notes")
                .then()
                .statusCode(200);

        records("object", id)
                .body(
                        "items.findAll { it.actorName == 'specialist-7' }.action",
                        equalTo(java.util.List.of("CREATE", "READ")))
                .body(
                        "items.findAll { it.actorName == 'specialist-7' }.what",
                        equalTo(java.util.List.of("work-item-note", "work-item")))
                .body(
                        "items.findAll { it.actorName == 'specialist-7' }.facilities.flatten()",
                        everyItem(equalTo("LAKESIDE")))
                .body("items.source", hasItem("127.0.0.1"));
    }

    @Test
    void aChangeThatWasRefusedIsOnRecordAsRefusedAndTheRestIsNot() {
        var id = rejectedClaim("on-record-refused");
        var poster = Token.of(Roles.POSTER).named("poster-refused").signed();

        for (int i = 0; i < 3; i++) {
            given().auth().oauth2(poster).get("/work-items/" + id).then().statusCode(403);
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(records("outcome", "REFUSED")
                                .extract()
                                .jsonPath()
                                .getList("items.findAll { it.actorName == 'poster-refused' }.matched", Integer.class)
                                .stream()
                                .mapToInt(times -> times)
                                .sum())
                        .isEqualTo(3));
        records("object", id).body("items.actorName", not(hasItem("poster-refused")));
    }

    @Test
    void aSignInThatFailedIsOnRecordWithoutTheNameItClaimed() {
        given().auth().oauth2("no.token.atall").get("/work-items").then().statusCode(401);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> records("action", "LOGIN")
                        .body("items.actorId", everyItem(equalTo("unknown")))
                        .body("items.problem", hasItem("UNAUTHENTICATED")));
    }

    @Test
    void anAuditorOfAnotherFacilitySeesNothingOfIt() {
        var id = rejectedClaim("on-record-elsewhere");
        given().get("/work-items/" + id).then().statusCode(200);

        records("object", id).body("items", not(empty()));
        given().auth()
                .oauth2(Token.of(Roles.AUDITOR).at("HARBOR").signed())
                .queryParam("object", id)
                .get("/audit-records")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theTrailIsGivenOutAsFhirAuditEvents() {
        var id = rejectedClaim("on-record-fhir");
        given().get("/work-items/" + id).then().statusCode(200);

        given().auth()
                .oauth2(AUDITOR)
                .queryParam("object", id)
                .queryParam("action", "READ")
                .get("/audit-events")
                .then()
                .statusCode(200)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("Bundle"))
                .body("entry.resource.resourceType", hasItem("AuditEvent"))
                .body("entry.resource.entity.what.identifier.value.flatten()", hasItem(id));
    }

    @Test
    void theWholeTrailIsSealedAndVerifiesAsIntact() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(AUDITOR)
                        .post("/audit-verifications")
                        .then()
                        .statusCode(200)
                        .body("intact", equalTo(true))
                        .body("findings", empty()));
    }

    private String rejectedClaim(String name) {
        ClaimHeader claim = aClaim(name);
        hearing.hear(message(1, submitted(claim)), message(2, rejected(claim)));
        return given().queryParam("claimNumber", claim.number().value())
                .get("/work-items")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse records(String filter, String value) {
        return given().auth()
                .oauth2(AUDITOR)
                .queryParam(filter, value)
                .queryParam("limit", 500)
                .get("/audit-records")
                .then()
                .statusCode(200);
    }
}
