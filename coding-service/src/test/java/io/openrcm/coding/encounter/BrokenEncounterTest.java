package io.openrcm.coding.encounter;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.openrcm.coding.CodingServiceTest;
import io.openrcm.coding.EncounterFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@CodingServiceTest
class BrokenEncounterTest {

    @Inject
    Encounters encounters;

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenEncounters")
    void aBrokenEncounterIsRefusedWithFieldRuleAndCodeAndNothingIsKept(String rule, String field, String json) {
        long before = count();

        post(json)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("status", equalTo(422))
                .body("code", equalTo("ENCOUNTER_INVALID"))
                .body("title", notNullValue())
                .body("errors.find { it.rule == '" + rule + "' }.field", equalTo(field));

        assertThat(count()).isEqualTo(before);
    }

    static Stream<Arguments> brokenEncounters() {
        return Stream.of(
                broken("NPI_CHECK_DIGIT", "/providers/0/npi", aNewEncounter().with("/providers/0/npi", "1999999019")),
                broken("UNKNOWN_FIELD", "/patient/nickname", aNewEncounter().with("/patient/nickname", "x")),
                broken("SERVICE_DATE_ORDER", "/serviceThrough", aNewEncounter().with("/serviceThrough", "2026-02-01")),
                broken("NEGATIVE_AMOUNT", "/charges/0/amount", aNewEncounter().with("/charges/0/amount", "-5400.00")),
                broken("REQUIRED", "/patient/birthDate", aNewEncounter().without("/patient/birthDate")),
                broken("TYPE", "/charges/0/amount", aNewEncounter().with("/charges/0/amount", 5400.0)));
    }

    private static Arguments broken(String rule, String field, EncounterFixture encounter) {
        return Arguments.of(rule, field, encounter.json());
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsPlace() {
        long before = count();

        post("{\n\"facility\": LAKESIDE}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_JSON"))
                .body("detail", equalTo("The text stops being JSON at line 2, column 13."));

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aBodyOfTwoMegabytesIsRefused() {
        long before = count();
        var large = aNewEncounter().with("/notes/0/text", "x".repeat(2 << 20));

        post(large.json())
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));

        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(encounters::count);
    }

    private static ValidatableResponse post(String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .post("/encounters")
                .then();
    }
}
