package io.openrcm.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands between the network and the endpoints. */
@RealServersTest
@TestProfile(EdgeTest.TwoCallsASecond.class)
class EdgeTest {

    private static final int BURST = 10;

    public static class TwoCallsASecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("openrcm.calls-per-second.person", "2");
        }
    }

    @Test
    void whoCallsTooFastIsToldWhenToCallAgainAndNobodyElseIsHeldUp() {
        var fast = Token.of(Roles.BILLER).named("too-fast").signed();
        int answered = 0;
        var refused = listed(fast);
        // Two calls come back each second while these are made, on a busy machine one or the other of them too.
        while (refused.extract().statusCode() == 200 && answered < 10 * BURST) {
            answered++;
            refused = listed(fast);
        }

        assertThat(answered).isGreaterThanOrEqualTo(BURST);
        refused.statusCode(429).body("code", equalTo("TOO_MANY_REQUESTS"));
        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 2);
        listed(Token.of(Roles.BILLER).named("somebody-else").signed()).statusCode(200);
    }

    private static ValidatableResponse listed(String token) {
        return given().auth().oauth2(token).get("/work-items").then();
    }

    @Test
    void everyAnswerTellsABrowserToKeepRunAndFrameNothing() {
        var token = Token.of(Roles.BILLER).named("browser").signed();
        for (var path :
                java.util.List.of("/work-items", "/work-items/5f0c6f5e-0000-4000-8000-000000000000", "/nowhere")) {
            given().auth()
                    .oauth2(token)
                    .get(path)
                    .then()
                    .header("Cache-Control", equalTo("no-store"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header(
                            "Content-Security-Policy",
                            equalTo("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
                    .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"));
        }
        given().get("/work-items").then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void aBodyThatIsTooDeepTwofoldOrUnknownIsRefusedWithTheFieldsName() {
        var token = Token.of(Roles.BILLER).named("strict").signed();
        var path = "/work-items/5f0c6f5e-0000-4000-8000-000000000000/notes";
        for (var body : Map.of(
                        "{\"text\":\"a\",\"text\":\"b\"}",
                        400,
                        "{\"text\":\"a\",\"patient\":\"b\"}",
                        400,
                        "[".repeat(100) + "]".repeat(100),
                        400)
                .entrySet()) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(body.getKey())
                    .post(path)
                    .then()
                    .statusCode(body.getValue());
        }
    }
}
