package io.openrcm.coding.encounter;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.openrcm.coding.CodingServiceTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CodingServiceTest
@TestProfile(BackPressureTest.FullOutbox.class)
class BackPressureTest {

    /** Any depth is too deep. */
    public static class FullOutbox implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("openrcm.outbox.high-depth", "-1");
        }
    }

    @ParameterizedTest
    @CsvSource({"/encounters, application/json", "/encounters/bulk, application/x-ndjson"})
    void whileTooMuchWaitsToBeSaidNothingIsTakenIn(String path, String mediaType) {
        given().contentType(mediaType)
                .body(aNewEncounter().json().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("OVERLOADED"));
    }

    @Test
    void whatIsKeptCanBeReadMeanwhile() {
        given().get("/encounters").then().statusCode(200);
    }
}
