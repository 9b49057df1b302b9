package io.openrcm.coding.encounter.lookup;

import static io.openrcm.coding.EncounterFixture.aNewEncounter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.coding.CodingServiceTest;
import io.openrcm.coding.EncounterFixture;
import io.openrcm.security.identity.StoredText;
import io.openrcm.security.identity.Token;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CodingServiceTest
class EncounterSearchTest {

    private final String number = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anEncounterIsFoundByEachOfItsNumbersHoweverTheyAreWritten() {
        var encounter = aNewEncounter()
                .with("/coverages/0/memberId", "M-" + number)
                .with("/patient/medicalRecordNumber", "MRN" + number);
        var id = send(encounter).extract().path("id");

        search(Map.of("memberId", "m" + number)).body("items.id", contains(id));
        search(Map.of("medicalRecordNumber", "mrn " + number)).body("items.id", contains(id));
        search(Map.of("patientAccountNumber", encounter.encounterId())).body("items.id", contains(id));
        search(Map.of("memberId", "MRN" + number)).body("items", empty());
        search(Map.of("medicalRecordNumber", "M-" + number)).body("items", empty());
    }

    @Test
    void aChangedEncounterIsFoundByItsNewNumberOnly() {
        var encounter = aNewEncounter().with("/coverages/0/memberId", "OLD" + number);
        send(encounter);
        var id = send(encounter.with("/coverages/0/memberId", "NEW" + number).version(2))
                .extract()
                .path("id");

        search(Map.of("memberId", "OLD" + number)).body("items", empty());
        search(Map.of("memberId", "NEW" + number)).body("items.id", contains(id));
    }

    @Test
    void nothingOfAnotherFacilityIsFound() {
        send(aNewEncounter().with("/coverages/0/memberId", "M-" + number));

        given().header(
                        "Authorization",
                        "Bearer " + Token.of("coder").at("HARBOR").signed())
                .contentType(ContentType.JSON)
                .body(Map.of("memberId", "M-" + number))
                .post("/encounters/searches")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"memberId\": \"--\"}", "{\"memberId\": \"A1\", \"medicalRecordNumber\": \"A1\"}"})
    void exactlyOneNumberIsLookedFor(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/encounters/searches")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_FIELD"));
    }

    @Test
    void aMemberIdOfNothingButHyphensIsTakenInAndFoundByNobody() {
        send(aNewEncounter().with("/coverages/0/memberId", "--"));
    }

    @Test
    void theDatabaseSaysNothingAboutThePatient() throws SQLException {
        var encounter = aNewEncounter()
                .with("/coverages/0/memberId", "M-" + number)
                .with("/patient/medicalRecordNumber", "MRN" + number)
                .with("/patient/name/family", "Canaryfamily")
                .with("/patient/name/given", "Canarygiven")
                .with("/charges/0/description", "Canarycharge");
        send(encounter);
        var broken = aNewEncounter()
                .with("/patient/name/family", "Canaryfamily")
                .with("/coverages/0/memberId", "M-" + number + "Q")
                .with("/diagnoses/0/code", "Z99999");
        send(broken);

        assertThat(StoredText.columnsWith("M-" + number, "MRN" + number, "Canaryfamily", "Canarygiven", "Canarycharge"))
                .isEmpty();
        assertThat(StoredText.columnsWith(encounter.encounterId())).contains("encounter.source_encounter_id");
    }

    /** As it would be with many rows. */
    @ParameterizedTest
    @ValueSource(strings = {"encounter_of_member", "encounter_of_second_member", "encounter_of_third_member"})
    void indexesAreUsedUnderThePolicies(String index) throws SQLException {
        var config = ConfigProvider.getConfig();
        var plan = new StringJoiner("\n");
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute("set role openrcm_app");
            statement.execute("set app.facilities = '{LAKESIDE}'");
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_sort = off");
            statement.execute("set enable_indexscan = off");
            try (var line = statement.executeQuery("explain select * from encounter where member_id_index in ('a', 'b')"
                    + " or second_member_id_index in ('a', 'b') or third_member_id_index in ('a', 'b')")) {
                while (line.next()) {
                    plan.add(line.getString(1));
                }
            }
        }
        assertThat(plan.toString()).containsPattern("Bitmap Index Scan on " + index + "\\b");
    }

    private static ValidatableResponse send(EncounterFixture encounter) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(encounter.json())
                .post("/encounters")
                .then()
                .statusCode(encounter.tree().at("/source/version").asInt() == 1 ? 201 : 200);
    }

    private static ValidatableResponse search(Map<String, String> number) {
        return given().contentType(ContentType.JSON)
                .body(number)
                .post("/encounters/searches")
                .then()
                .statusCode(200);
    }
}
