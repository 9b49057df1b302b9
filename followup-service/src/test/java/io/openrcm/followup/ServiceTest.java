package io.openrcm.followup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.rest.contract.CommittedOpenApi;
import org.junit.jupiter.api.Test;

@RealServersTest
class ServiceTest {

    @Test
    void theCommittedOpenApiDocumentIsWhatIsServed() {
        CommittedOpenApi.isWhatIsServed();
    }

    @Test
    void healthReadinessAndMetricsAnswer() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("outbox"));
    }

    @Test
    void nothingIsParkedInAFreshService() {
        given().get("/parked-messages").then().statusCode(200);
    }
}
