package io.openrcm.claims;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.openrcm.claims.life.Life;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Emergency access as people have it: asked for, approved by another, used, given back, reviewed, and all of it on record. */
@QuarkusTest
@WithRealServers
class EmergencyAccessOverRestTest {

    private static final String BILLER =
            Token.of(Roles.BILLER).named("harbor-biller").at("HARBOR").signed();
    private static final String OTHER_BILLER =
            Token.of(Roles.BILLER).named("harbor-biller-2").at("HARBOR").signed();
    private static final String SUPERVISOR =
            Token.of(Roles.SUPERVISOR).named("harbor-supervisor").at("HARBOR").signed();
    private static final String AUDITOR = Token.of(Roles.AUDITOR).signed();

    private static final String REQUEST = """
            {"reason":"the colleagues' system at Lakeside is down","facilities":["LAKESIDE"],"minutes":30}""";

    @Inject
    Life life;

    @Test
    void anotherFacilitysClaimIsSeenUnderAnApprovedAccessOnlyAndThatIsOnRecord() {
        var claim = "/claims/" + Life.number(life.made(Life.aVisitWithABadMemberId(), "ClaimHeld"));
        read(BILLER, claim, null).statusCode(404);

        String access = asked();
        read(BILLER, claim, access).statusCode(403).body("code", equalTo("EMERGENCY_ACCESS_NOT_VALID"));
        post(BILLER, access, "approvals").statusCode(403);
        post(SUPERVISOR, access, "approvals").statusCode(200).body("status", equalTo("APPROVED"));

        read(BILLER, claim, access).statusCode(200);
        read(BILLER, claim, null).statusCode(404);
        read(OTHER_BILLER, claim, access).statusCode(403);

        given().auth()
                .oauth2(AUDITOR)
                .queryParam("object", claim.substring("/claims/".length()))
                .get("/audit-records")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.actorName == 'harbor-biller' }.emergency",
                        equalTo(java.util.List.of(access)));

        post(BILLER, access, "endings").statusCode(200);
        read(BILLER, claim, access).statusCode(403);
    }

    @Test
    void itsUserCannotCloseItsReview() {
        String access = asked();
        post(SUPERVISOR, access, "approvals").statusCode(200);
        post(BILLER, access, "endings").statusCode(200);

        given().auth()
                .oauth2(AUDITOR)
                .get("/emergency-accesses/to-review")
                .then()
                .statusCode(200)
                .body("id", hasItem(access));
        post(BILLER, access, "reviews").statusCode(403);
        post(AUDITOR, access, "reviews").statusCode(200);
        given().auth()
                .oauth2(AUDITOR)
                .get("/emergency-accesses/to-review")
                .then()
                .body("id", not(hasItem(access)));
    }

    private static String asked() {
        return given().auth()
                .oauth2(BILLER)
                .contentType(ContentType.JSON)
                .body(REQUEST)
                .post("/emergency-accesses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(String token, String access, String act) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"note\":\"seen\"}")
                .post("/emergency-accesses/" + access + "/" + act)
                .then();
    }

    private static ValidatableResponse read(
            String token, String path, @org.jspecify.annotations.Nullable String access) {
        var call = given().auth().oauth2(token);
        return (access == null ? call : call.header("Emergency-Access", access))
                .get(path)
                .then();
    }
}
