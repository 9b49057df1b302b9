package io.openrcm.coding;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.openrcm.coding.EncounterFixture.anUncodedEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.openrcm.coding.intake.Submission;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.access.LabelMatrix;
import io.openrcm.security.access.Roles;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encounters of treatment for a substance use disorder. */
@CodingServiceTest
class LabelTest extends LabelMatrix {

    private static final String CONSENT = "{\"consent\": \"CONSENT-2026-17\"}";

    private String accountNumber = "";

    @Override
    protected Map<String, Sighting> aRecord(boolean underPart2) {
        var encounter = anUncodedEncounter().with("/source/system", underPart2 ? "CLINIC" : "HIS");
        String id = send(underPart2 ? encounter.underPart2(CONSENT) : encounter)
                .statusCode(201)
                .extract()
                .path("id");
        accountNumber = given().get("/encounters/" + id).path("content.source.encounterId");
        Map<String, Sighting> seen = new HashMap<>();
        seen.put("POST /encounters/searches", new Sighting("/encounters/searches", id));
        seen.put("GET /encounters", new Sighting("/encounters?limit=500", id));
        seen.put("GET /encounters/{id}", new Sighting("/encounters/" + id, id));
        seen.put("POST /encounters/{id}/retries", new Sighting("/encounters/" + id + "/retries", id));
        for (var act : List.of("PUT coder", "DELETE coder", "PUT code-assignment", "POST code-assignment/release")) {
            var words = act.split(" ", 2);
            seen.put(
                    words[0] + " /encounters/{id}/" + words[1], new Sighting("/encounters/" + id + "/" + words[1], id));
        }
        return seen;
    }

    @Override
    protected Map<String, String> withoutRecords() {
        return Map.of();
    }

    @Override
    protected String bodyFor(String endpoint, String role) {
        return switch (endpoint) {
            case "POST /encounters/searches" -> "{\"patientAccountNumber\": \"" + accountNumber + "\"}";
            case "PUT /encounters/{id}/code-assignment" -> "{\"diagnoses\": [], \"procedures\": [], \"charges\": []}";
            case "PUT /encounters/{id}/coder" ->
                role.equals(Roles.SUPERVISOR) ? "{\"name\": \"mira\"}" : super.bodyFor(endpoint, role);
            default -> super.bodyFor(endpoint, role);
        };
    }

    @Test
    void theNoticeComesWithALabelledRecord() {
        show(aNewEncounter().underPart2(CONSENT))
                .body("part2", equalTo(true))
                .body("content.part2.consent", equalTo("CONSENT-2026-17"))
                .body("disclosureNotice", equalTo(Part2.NOTICE));
        show(aNewEncounter()).body("part2", nullValue()).body("disclosureNotice", nullValue());
    }

    @Test
    void theLabelGoesToBillingAlsoWithoutAConsentAndWithACodersCodes() {
        assertThat(aNewEncounter().underPart2("{}").read())
                .isInstanceOfSatisfying(
                        Submission.Accepted.class,
                        read -> assertThat(read.content().forBilling().part2()).isEqualTo(new Part2(null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"consent": ""}       | CONSENT_REFERENCE_FORMAT
            {"consent": "a b"}    | CONSENT_REFERENCE_FORMAT
            {"consent": 17}       | TYPE
            {"consented": "C-17"} | UNKNOWN_FIELD""")
    void aLabelThatDoesNotReadIsRefusedAndNotIgnored(String label, String rule) {
        assertThat(aNewEncounter().underPart2(label).read())
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::rule)
                                .containsExactly(rule));
    }

    @Test
    void aLaterVersionTakesTheLabelAwayOrBringsIt() {
        var encounter = aNewEncounter();
        show(encounter);

        show(encounter.version(2).underPart2("{}")).body("part2", equalTo(true));
        show(encounter.version(3).without("/part2")).body("part2", nullValue());
    }

    private static ValidatableResponse show(EncounterFixture encounter) {
        String id = send(encounter).extract().path("id");
        return given().get("/encounters/" + id).then().statusCode(200);
    }

    private static ValidatableResponse send(EncounterFixture encounter) {
        return given().contentType(ContentType.JSON)
                .body(encounter.json())
                .post("/encounters")
                .then();
    }
}
