package io.openrcm.coding;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.openrcm.rest.contract.CommittedOpenApi;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class PublishedApiTest {

    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void theCommittedDocumentIsWhatIsServed() {
        CommittedOpenApi.isWhatIsServedAt(openApi);
    }

    @Test
    void theServiceSaysToItsOperatorsWhetherItIsReadyAndWhatWaitsInQuarantine() {
        given().contentType(ContentType.JSON)
                .body(aNewEncounter().with("/charges", List.of()).json())
                .post("/encounters")
                .then()
                .body("status", equalTo("QUARANTINED"));

        given().get(health + "/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get(health + "/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s).*\nopenrcm_encounters_quarantined [1-9].*"))
                .body(matchesPattern("(?s).*\nopenrcm_encounters_quarantined_oldest_age_seconds \\d.*"));
    }
}
