package io.openrcm.claims;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.openrcm.claims.life.Life;
import io.openrcm.claims.life.OtherServices;
import io.openrcm.claims.life.WithRealServers;
import io.openrcm.events.ClaimId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimEvent.PostBillChangeFound;
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.access.LabelMatrix;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Claims for treatment of a substance use disorder. */
@QuarkusTest
@WithRealServers
class LabelTest extends LabelMatrix {

    @Inject
    Life life;

    @Inject
    OtherServices others;

    @Override
    protected Map<String, Sighting> aRecord(boolean underPart2) {
        var held = Life.number(life.made(
                        underPart2 ? Life.aVisit().underPart2WithoutConsent() : Life.aVisitWithABadMemberId(),
                        "ClaimHeld"))
                .value();
        var account = openAccount(underPart2);
        var paid = life.submitted(underPart2 ? Life.aVisit().underPart2("CONSENT-17") : Life.aVisit());
        var payment = deny(paid);
        var claim = "/claims/" + held;
        return Map.of(
                "GET /claims", new Sighting("/claims?limit=500", held),
                "GET /claims/{number}", new Sighting(claim, held),
                "POST /claims/{number}/corrections", new Sighting(claim + "/corrections", held),
                "POST /claims/{number}/releases", new Sighting(claim + "/releases", held),
                "GET /self-pay-accounts", new Sighting("/self-pay-accounts?limit=500", account),
                "GET /remittances/{id}/claims",
                        new Sighting(
                                "/remittances/" + payment + "/claims",
                                Life.number(paid).value()));
    }

    @Override
    protected Map<String, String> withoutRecords() {
        return Map.of(
                "GET /claims/summary", "counts and sums of the claims that the caller may see",
                "GET /ledger/proof", "sums of the whole ledger, which names no claim",
                "GET /facilities/{id}", "a master: who bills");
    }

    @Override
    protected String bodyFor(String endpoint, String role) {
        return switch (endpoint) {
            case "POST /claims/{number}/corrections" -> Life.correction("/patient/sex", "\"UNKNOWN\"");
            case "POST /claims/{number}/releases" -> "{\"reason\":\"the payer said so on the telephone\"}";
            default -> super.bodyFor(endpoint, role);
        };
    }

    private String openAccount(boolean underPart2) {
        var uninsured = Life.aVisit().uninsured();
        life.code(underPart2 ? uninsured.underPart2WithoutConsent() : uninsured);
        var encounter = uninsured.id().toString();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> given().queryParam("limit", 500)
                        .get("/self-pay-accounts")
                        .then()
                        .body(containsString(encounter)));
        return encounter;
    }

    private RemittanceId deny(ClaimId claim) {
        var denial = life.denial(claim, "ICN-" + UUID.randomUUID());
        others.say("payer-events", denial);
        assertThat(others.hear(claim, 3)).last().isEqualTo("ClaimDenied");
        return denial.payment().remittanceId();
    }

    @Test
    void withoutAConsentAClaimIsHeldCannotBeOverriddenAndLeavesWhenTheBillerHasOne() {
        var claim = life.made(Life.aVisit().underPart2WithoutConsent(), "ClaimHeld");
        var held = others.last(claim, ClaimHeld.class);
        assertThat(held.claim().underPart2()).isTrue();
        assertThat(held.reasons())
                .extracting("editId", "field", "owner")
                .containsExactly(tuple("CE-090", "/part2/consent", "registration"));

        life.release(claim).statusCode(409).body("code", equalTo("HOLD_NOT_OVERRIDABLE"));
        life.correct(claim, "/part2", "null").statusCode(422).body("errors[0].rule", equalTo("FIELD_NOT_CORRECTABLE"));
        life.correct(claim, "/part2/consent", "\"no good one\"")
                .statusCode(422)
                .body("errors[0].rule", equalTo("CONSENT_REFERENCE_FORMAT"));
        life.correct(claim, "/part2/consent", "\"CONSENT-2026-18\"")
                .statusCode(200)
                .body("summary.label", equalTo("SENT"))
                .body("summary.claim.part2", equalTo(true))
                .body("disclosureNotice", equalTo(Part2.NOTICE));

        assertThat(others.hear(claim, 2)).containsExactly("ClaimHeld", "ClaimReleased");
        var released = others.last(claim, ClaimReleased.class);
        assertThat(released.claim().underPart2()).isTrue();
        assertThat(released.content().part2()).isEqualTo(new Part2(new ConsentReference("CONSENT-2026-18")));
    }

    @Test
    void aClaimWithoutTheLabelSaysNothingOfIt() {
        var claim = life.made(Life.aVisit(), "ClaimReleased");

        life.get(claim).body("summary.claim.part2", nullValue()).body("disclosureNotice", nullValue());
        assertThat(others.last(claim, ClaimReleased.class).claim().underPart2()).isFalse();
    }

    @Test
    void aClaimThatHasLeftComesUnderPart2WithItsEncounterAndGoesOutAgainWithAConsentOnly() {
        var visit = Life.aVisit();
        var claim = life.submitted(visit);
        assertThat(statusForABiller(claim)).isEqualTo(200);

        life.code(visit.version(2).underPart2("CONSENT-19"));

        assertThat(others.hear(claim, 3)).last().isEqualTo("PostBillChangeFound");
        assertThat(others.last(claim, PostBillChangeFound.class).claim().underPart2())
                .isTrue();
        assertThat(statusForABiller(claim)).isEqualTo(404);
        life.reject(claim, 1);
        assertThat(others.hear(claim, 4)).last().isEqualTo("ClaimRejectedByPayer");
        life.correct(claim, "/patient/sex", "\"UNKNOWN\"")
                .statusCode(200)
                .body("findings[0].editId", equalTo("CE-090"));
        life.correct(claim, "/part2/consent", "\"CONSENT-19\"").statusCode(200);
        assertThat(others.last(claim, ClaimReleased.class).content().part2()).isNull();
        assertThat(others.hear(claim, 6)).endsWith("ClaimHeld", "ClaimReleased");
        assertThat(others.last(claim, ClaimReleased.class).content().part2())
                .isEqualTo(new Part2(new ConsentReference("CONSENT-19")));
    }

    private static int statusForABiller(ClaimId claim) {
        return given().header("Authorization", Token.bearer(Roles.BILLER))
                .get("/claims/" + Life.number(claim))
                .statusCode();
    }

    @Test
    void theLedgerHoldsForThoseTooWhoDoNotSeeTheClaimsBehindIt() {
        var _ = deny(life.submitted(Life.aVisit().underPart2("CONSENT-20")));

        var without = entries(Token.bearer(Roles.POSTER));
        var with = entries(Token.bearer(Roles.POSTER, Roles.PART2));

        assertThat(without).isEqualTo(with);
    }

    private static String entries(String token) {
        return given().header("Authorization", token)
                .get("/ledger/proof")
                .then()
                .body("holds", equalTo(true))
                .extract()
                .asString();
    }
}
