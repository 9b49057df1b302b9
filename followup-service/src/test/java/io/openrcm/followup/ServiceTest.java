package io.openrcm.followup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.rest.contract.CommittedOpenApi;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import org.junit.jupiter.api.Test;

@RealServersTest
class ServiceTest {

    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void theCommittedOpenApiDocumentIsWhatIsServed() {
        CommittedOpenApi.isWhatIsServedAt(openApi);
    }

    @Test
    void healthReadinessAndMetricsAnswerItsOperators() {
        given().get(health + "/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get(health + "/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get(metrics).then().statusCode(200).body(containsString("outbox"));
    }

    @Test
    void nothingIsParkedInAFreshService() {
        given().get("/parked-messages").then().statusCode(200);
    }
}
