package io.openrcm.claims.life;

import static io.openrcm.claims.life.Life.aVisit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.events.Money;
import io.openrcm.rest.contract.CommittedOpenApi;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithRealServers
class ClaimsSeenTest {

    @Inject
    Life life;

    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Test
    void theCommittedOpenApiIsWhatIsServed() {
        CommittedOpenApi.isWhatIsServedAt(openApi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "value"})
    void pagesFollowEachOtherWithoutGapOrRepeat(String sort) {
        for (int i = 0; i < 5; i++) {
            var _ = life.made(aVisit(), "ClaimReleased");
        }
        var all = list(sort, 500, null).getList("items.claim.number", String.class);

        var paged = new ArrayList<String>();
        String after = null;
        do {
            var page = list(sort, 2, after);
            paged.addAll(page.getList("items.claim.number", String.class));
            after = page.getString("next");
        } while (after != null);

        assertThat(all).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(all);
    }

    private static JsonPath list(String sort, int limit, String after) {
        var request =
                given().queryParam("sort", sort).queryParam("limit", limit).queryParam("facility", "LAKESIDE");
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get("/claims").then().statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "label, LOST, INVALID_PARAMETER",
        "billedMin, 1.999, INVALID_PARAMETER",
        "encounterId, 12, INVALID_PARAMETER",
        "servicedFrom, today, INVALID_PARAMETER",
        "sort, oldest, INVALID_PARAMETER",
        "limit, 501, INVALID_PARAMETER",
        "after, x, INVALID_CURSOR"
    })
    void aConditionThatMakesNoSenseIsRefused(String parameter, String value, String code) {
        given().queryParam(parameter, value)
                .get("/claims")
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void everyDollarOfEveryClaimIsSomewhere() {
        var submitted = life.submitted(aVisit());
        life.deny(submitted, "ICN1");

        var summary =
                given().get("/claims/summary").then().statusCode(200).extract().jsonPath();

        var lines = summary.getList("labels", Map.class).size();
        assertThat(lines).isPositive();
        for (int i = 0; i < lines; i++) {
            assertBalanced(summary, "labels[" + i + "].money.");
        }
        assertBalanced(summary, "total.money.");
        assertThat(summary.getList("labels.claims", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(summary.getLong("total.claims"));
    }

    private static void assertBalanced(JsonPath summary, String path) {
        var parts = List.of("paid", "adjusted", "patient", "open");
        assertThat(Money.sum(parts, part -> Money.of(summary.getString(path + part))))
                .as(path)
                .isEqualTo(Money.of(summary.getString(path + "billed")));
    }

    @Test
    void aFacilityIsChangedOnlyByWhoReadItsLatestVersion() {
        var read = given().get("/facilities/LAKESIDE").then().statusCode(200).extract();
        var body = read.asString();

        given().contentType("application/json")
                .body(body)
                .put("/facilities/LAKESIDE")
                .then()
                .statusCode(428);
        given().header("If-Match", "\"77\"")
                .contentType("application/json")
                .body(body)
                .put("/facilities/LAKESIDE")
                .then()
                .statusCode(412);
        given().header("If-Match", read.header("ETag"))
                .contentType("application/json")
                .body(body)
                .put("/facilities/LAKESIDE")
                .then()
                .statusCode(200);
        given().get("/facilities/NOWHERE").then().statusCode(404).body("code", equalTo("FACILITY_NOT_FOUND"));
    }

    @Test
    void payerTermsAreRecordedAndRead() {
        var body = """
                {"payer":"NEWPAY","name":"New Payer","filingDays":90,"appealDays":60,"responseDays":21,
                 "asksAuthorizationForInpatient":false}""";

        given().get("/payer-terms/NEWPAY").then().statusCode(404).body("code", equalTo("PAYER_TERMS_NOT_FOUND"));
        given().contentType("application/json")
                .body(body)
                .put("/payer-terms/NEWPAY")
                .then()
                .statusCode(200);

        given().get("/payer-terms/NEWPAY").then().statusCode(200).body("filingDays", equalTo(90));
        given().contentType("application/json")
                .body(body.replace("NEWPAY", "OTHERPAY"))
                .put("/payer-terms/NEWPAY")
                .then()
                .statusCode(400)
                .body("code", equalTo("KEY_MISMATCH"));
    }
}
