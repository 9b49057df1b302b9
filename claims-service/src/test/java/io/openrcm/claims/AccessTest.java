package io.openrcm.claims;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.claims.LakesideRecords.Made;
import io.openrcm.claims.life.Life;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.rest.access.AccessMatrix;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call claims-service, and whose records it shows. */
@QuarkusTest
@WithRealServers
class AccessTest extends AccessMatrix {

    @Inject
    LakesideRecords records;

    @Inject
    Life life;

    @Override
    protected Map<String, String> recordsOfLakeside() {
        Made made = records.make();
        var claim = "/claims/" + Life.number(made.held());
        return Map.of(
                "GET /claims/{number}", claim,
                "POST /claims/{number}/corrections", claim + "/corrections",
                "POST /claims/{number}/releases", claim + "/releases",
                "GET /remittances/{id}/claims", "/remittances/" + made.payment() + "/claims",
                "GET /facilities/{id}", "/facilities/LAKESIDE");
    }

    @Override
    protected String bodyFor(String endpoint) {
        return switch (endpoint) {
            case "POST /claims/{number}/corrections" -> Life.correction("/patient/sex", "\"UNKNOWN\"");
            case "POST /claims/{number}/releases" -> "{\"reason\":\"the payer said so on the telephone\"}";
            default -> super.bodyFor(endpoint);
        };
    }

    @Test
    void nobodyChangesTheMasterRecordOfAnotherFacility() {
        var read = given().get("/facilities/LAKESIDE").then().statusCode(200).extract();

        given().header("Authorization", at("HARBOR", Roles.ADMINISTRATOR))
                .header("If-Match", read.header("ETag"))
                .contentType("application/json")
                .body(read.asString())
                .put("/facilities/LAKESIDE")
                .then()
                .statusCode(403)
                .body("code", equalTo("FACILITY_NOT_YOURS"));

        given().get("/facilities/LAKESIDE").then().header("ETag", equalTo(read.header("ETag")));
    }

    @Test
    void theAnswerKeptForAKeyIsNotForAnotherFacility() {
        var claim = life.made(Life.aVisitWithABadMemberId(), "ClaimHeld");
        var request = given().header("If-Match", life.get(claim).extract().header("ETag"))
                .header("Idempotency-Key", claim.toString())
                .contentType("application/json")
                .body(Life.correction("/patient/sex", "\"UNKNOWN\""));
        var path = "/claims/" + Life.number(claim) + "/corrections";
        request.header("Authorization", at("LAKESIDE", Roles.BILLER))
                .post(path)
                .then()
                .statusCode(200);

        request.header("Authorization", at("HARBOR", Roles.BILLER))
                .post(path)
                .then()
                .statusCode(404);
    }

    @Test
    void whoSeesPartOfAPaymentSeesThatTheWholeOfItAgrees() {
        var payment = "/remittances/" + records.make().payment();

        given().header("Authorization", at("HARBOR", Roles.POSTER))
                .get(payment)
                .then()
                .statusCode(200)
                .body("remittance.posted.paid", equalTo("80.00"))
                .body("proofs.find { it.name == 'CASH' }.holds", equalTo(true));
    }

    private static String at(String facility, String role) {
        return "Bearer " + Token.of(role).at(facility).signed();
    }
}
