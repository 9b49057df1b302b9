package io.openrcm.claims.life;

import static io.openrcm.claims.life.Life.aStay;
import static io.openrcm.claims.life.Life.aVisit;
import static io.openrcm.claims.life.Life.aVisitWithABadMemberId;
import static io.openrcm.claims.life.Life.claimOf;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.openrcm.claims.EncounterFixture;
import io.openrcm.claims.claim.ClaimOrigin;
import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimEvent.PostBillChangeFound;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.coding.CodingEvent.EncounterCoded;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithRealServers
class BuildingLifeTest {

    @Inject
    OtherServices others;

    @Inject
    Life life;

    @Test
    void anEncounterToldAgainAndAgainMakesItsClaimsOnce() {
        var encounter = aStay();
        var coded = new EncounterCoded(encounter.id(), encounter.build());

        others.say("coding-events", coded);
        others.sayAgain("coding-events", coded);
        others.say("coding-events", coded);
        var professional = ClaimOrigin.claimId(encounter.id(), ClaimType.PROFESSIONAL, 1);

        assertThat(others.hear(claimOf(encounter), 1)).containsExactly("ClaimReleased");
        assertThat(others.hear(professional, 1)).containsExactly("ClaimReleased");
        given().queryParam("encounterId", encounter.id().toString())
                .get("/claims")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.label", equalTo(List.of("SENT", "SENT")))
                .body("items.attempts", equalTo(List.of(1, 1)));
    }

    @Test
    void aReleasedClaimCarriesItsFrozenContent() {
        var claim = life.made(aStay(), "ClaimReleased");

        var event = others.last(claim, ClaimReleased.class);
        assertThat(event.content().total()).isEqualTo(event.claim().billed());
        assertThat(event.attemptId()).isEqualTo(Life.attempt(claim, 1));
        life.get(claim).body("versions[0].contentSha256.length()", equalTo(64)).body("versions[0].version", equalTo(1));
    }

    @Test
    void aHeldClaimIsBuiltAgainWhenItsEncounterIsMended() {
        var encounter = aVisitWithABadMemberId();
        var claim = life.made(encounter, "ClaimHeld");

        life.code(encounter.memberId("MER77000001").version(2));

        assertThat(others.hear(claim, 2)).containsExactly("ClaimHeld", "ClaimReleased");
        assertThat(others.last(claim, ClaimReleased.class).claim().version()).isEqualTo(1);
    }

    @Test
    void aChangeAfterTheClaimHasLeftIsSaidAndChangesNoClaim() {
        var encounter = aVisit();
        var claim = life.submitted(encounter);

        life.code(encounter
                .version(2)
                .charges(EncounterFixture.facilityCharge(
                        "C1", EncounterFixture.DISCHARGED_ON, "0450", "99284", 1, "500.00")));

        assertThat(others.hear(claim, 3)).containsExactly("ClaimReleased", "ClaimSubmitted", "PostBillChangeFound");
        var found = others.last(claim, PostBillChangeFound.class);
        assertThat(found.billedNow()).hasToString("500.00");
        assertThat(found.claim().billed()).hasToString("1200.50");
        life.get(claim).body("summary.claim.billed", equalTo("1200.50"));
    }

    @Test
    void theSecondClaimForTheSameServicesIsHeldAsADuplicate() {
        var first = aVisit().memberId("MER66000001");
        var original = life.made(first, "ClaimReleased");

        var twin = life.made(aVisit().memberId("MER66000001"), "ClaimHeld");

        var reason = others.last(twin, ClaimHeld.class).reasons().getFirst();
        assertThat(reason.editId()).isEqualTo("CE-072");
        assertThat(reason.message()).contains(Life.number(original).value());
    }

    @Test
    void anUninsuredEncounterIsAccountedForUntilItGetsInsurance() {
        var encounter = aVisit().uninsured();
        life.code(encounter);
        var id = encounter.id().toString();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> given().queryParam("limit", 500)
                        .get("/self-pay-accounts")
                        .then()
                        .body("items.encounterId", hasItem(id)));

        var claim = life.made(encounter.insured().version(2), "ClaimReleased");

        assertThat(others.last(claim, ClaimReleased.class).claim().encounterId())
                .hasToString(id);
        given().queryParam("limit", 500).get("/self-pay-accounts").then().body("items.encounterId", not(hasItem(id)));
    }
}
