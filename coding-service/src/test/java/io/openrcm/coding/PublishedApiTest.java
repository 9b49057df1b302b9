package io.openrcm.coding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.rest.contract.CommittedOpenApi;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class PublishedApiTest {

    @Test
    void theCommittedDocumentIsWhatIsServed() {
        CommittedOpenApi.isWhatIsServed();
    }

    @Test
    void theServiceSaysWhetherItIsReadyAndWhatWaitsInQuarantine() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("openrcm_encounters_quarantined"))
                .body(containsString("openrcm_encounters_quarantined_oldest_age_seconds"));
    }
}
