package io.openrcm.claims.life;

import static io.openrcm.claims.life.Life.aStay;
import static io.openrcm.claims.life.Life.aVisit;
import static io.openrcm.claims.life.Life.aVisitWithABadMemberId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.payer.PayerEvent.Refusal;
import io.openrcm.events.payer.PayerEvent.TransmissionRefused;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithRealServers
class HeldClaimLifeTest {

    @Inject
    OtherServices others;

    @Inject
    Life life;

    @Test
    void aHeldClaimIsCorrectedAndLeaves() {
        var claim = life.made(aVisitWithABadMemberId(), "ClaimHeld");
        assertThat(others.last(claim, ClaimHeld.class).reasons())
                .extracting("editId", "field", "owner")
                .containsExactly(tuple("CE-020", "/coverages/0/memberId", "registration"));
        life.get(claim).body("summary.label", equalTo("ON_HOLD")).body("findings.editId", hasItem("CE-020"));
        given().queryParam("edit", "CE-020")
                .queryParam("label", "ON_HOLD")
                .queryParam("limit", 500)
                .get("/claims")
                .then()
                .body("items.claim.claimId", hasItem(claim.toString()));

        life.correct(claim, "/coverages/0/memberId", "\"MER55000001\"")
                .statusCode(200)
                .body("summary.label", equalTo("SENT"))
                .body("summary.claim.version", equalTo(1))
                .body("findings", hasSize(0));

        assertThat(others.hear(claim, 2)).containsExactly("ClaimHeld", "ClaimReleased");
        assertThat(others.last(claim, ClaimReleased.class)
                        .content()
                        .destination()
                        .memberId())
                .isEqualTo("MER55000001");
    }

    @Test
    void aCorrectionThatMendsTheWrongThingHoldsTheClaimAgain() {
        var claim = life.made(aVisitWithABadMemberId(), "ClaimHeld");

        life.correct(claim, "/patient/sex", "\"UNKNOWN\"").statusCode(200).body("summary.label", equalTo("ON_HOLD"));

        assertThat(others.hear(claim, 2)).containsExactly("ClaimHeld", "ClaimHeld");
    }

    @Test
    void aCorrectionThatIsRefusedChangesNothing() {
        var claim = life.made(aVisitWithABadMemberId(), "ClaimHeld");
        var etag = life.get(claim).extract().header("ETag");

        life.correct(claim, "/providers/0/npi", "\"1999999019\"")
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("VALUE_REFUSED"))
                .body("errors[0].field", equalTo("/providers/0/npi"))
                .body("errors[0].rule", equalTo("NPI_CHECK_DIGIT"));

        assertThat(life.get(claim).extract().header("ETag")).isEqualTo(etag);
    }

    @Test
    void anEditNeedsTheLatestVersionInHand() {
        var claim = life.made(aVisitWithABadMemberId(), "ClaimHeld");
        var path = "/claims/" + Life.number(claim) + "/corrections";
        var request = given().contentType("application/json").body(Life.correction("/patient/sex", "\"UNKNOWN\""));

        request.post(path).then().statusCode(428);
        request.header("If-Match", "\"9999\"").post(path).then().statusCode(412).body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndCorrectsOnce() {
        var claim = life.made(aVisitWithABadMemberId(), "ClaimHeld");
        var etag = life.get(claim).extract().header("ETag");
        var request = given().header("If-Match", etag)
                .header("Idempotency-Key", claim.toString())
                .contentType("application/json")
                .body(Life.correction("/coverages/0/memberId", "\"MER55000002\""));
        var path = "/claims/" + Life.number(claim) + "/corrections";

        request.post(path).then().statusCode(200);
        request.post(path).then().statusCode(200).body("summary.label", equalTo("SENT"));

        life.get(claim).body("attempts", hasSize(1));
    }

    @Test
    void aPersonMayReleaseOverAFindingThatAPayerMayForgive() {
        var claim = life.made(aStay().withoutAuthorization(), "ClaimHeld");

        life.release(claim)
                .statusCode(200)
                .body("summary.label", equalTo("SENT"))
                .body("findings[0].editId", equalTo("CE-026"))
                .body("findings[0].overriddenBy", equalTo("test-biller-part2"));

        assertThat(others.hear(claim, 2)).containsExactly("ClaimHeld", "ClaimReleased");
    }

    @Test
    void nobodyReleasesWhatThePayerCouldOnlyReject() {
        var claim = life.made(aVisitWithABadMemberId(), "ClaimHeld");

        life.release(claim)
                .statusCode(409)
                .body("code", equalTo("HOLD_NOT_OVERRIDABLE"))
                .body("errors[0].rule", equalTo("CE-020"));

        life.get(claim).body("summary.label", equalTo("ON_HOLD"));
    }

    @Test
    void whatTheGatewayCannotSendIsHeldAgainAndLeavesOnceItCan() {
        var claim = life.made(aVisit(), "ClaimReleased");

        others.say(
                "payer-events",
                new TransmissionRefused(claim, Life.attempt(claim, 1), Refusal.UNKNOWN_PAYER, "no trading partner"));

        assertThat(others.hear(claim, 2)).containsExactly("ClaimReleased", "ClaimHeld");
        assertThat(others.last(claim, ClaimHeld.class).reasons().getFirst().owner())
                .isEqualTo("administration");
        life.release(claim)
                .statusCode(200)
                .body("attempts", hasSize(2))
                .body("attempts[0].answer", equalTo("NOT_SENDABLE"));
    }

    @Test
    void aClaimNumberThatIsNoneIsNotFound() {
        given().get("/claims/NOSUCHCLAIM").then().statusCode(404).body("code", equalTo("CLAIM_NOT_FOUND"));
        given().get("/claims/no-number").then().statusCode(404).body("code", equalTo("CLAIM_NOT_FOUND"));
    }
}
