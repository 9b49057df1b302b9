package io.openrcm.coding.codebook.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.openrcm.coding.CodingServiceTest;
import io.openrcm.coding.codebook.CodeStanding;
import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.Codebook;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@CodingServiceTest
class CodeSetResourceTest {

    @Inject
    Codebook codebook;

    @Inject
    PlantSeed plantSeed;

    @Test
    void anOfficialReleaseIsTheWholeTruthFromItsFirstDay() {
        LocalDate october = LocalDate.of(2027, 10, 1);
        String file = line(1, "Z98", false) + "\r\n" + line(2, "Z980", true) + "\r\n";

        load("ICD-10-CM", "text/plain", "2027-10-01", file).statusCode(201).body("codes", equalTo(2));
        load("ICD-10-CM", "text/plain", "2027-10-01", file).statusCode(201);

        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "Z980", october))
                .isEqualTo(CodeStanding.VALID);
        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "Z98", october))
                .isEqualTo(CodeStanding.NOT_BILLABLE);
        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "Z999", october))
                .isEqualTo(CodeStanding.UNKNOWN);
        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "J189", october))
                .isEqualTo(CodeStanding.NOT_VALID_ON_DATE);
        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "J189", october.minusDays(1)))
                .isEqualTo(CodeStanding.VALID);
    }

    @Test
    void anEarlierReleaseComesTooLate() {
        load("ICD-10-PCS", "text/csv", "2028-10-01", "0DTJ4ZZ,,,x").statusCode(201);

        load("ICD-10-PCS", "text/csv", "2027-10-01", "0DTJ4ZZ,,,x")
                .statusCode(409)
                .body("code", equalTo("STALE_CODE_RELEASE"));
    }

    @Test
    void aBrokenReleaseIsNamedByItsLineAndChangesNothing() {
        load("HCPCS", "text/csv", "2029-01-01", "Z9921,,,good\nZ9922,never,,bad")
                .statusCode(422)
                .body("code", equalTo("CODE_RELEASE_INVALID"))
                .body("detail", equalTo("Line 2: a date does not read as one."));

        assertThat(codebook.table().standing(CodeSystem.HCPCS, "Z9921", LocalDate.of(2029, 1, 1)))
                .isEqualTo(CodeStanding.NOT_CHECKED);
    }

    @Test
    void unknownSystemsAndMissingDaysAreTheCallersErrors() {
        load("ICD-9", "text/plain", "2026-01-01", "x").statusCode(404).body("code", equalTo("UNKNOWN_CODE_SYSTEM"));
        given().contentType("text/csv")
                .body("99213,,,")
                .post("/code-sets/CPT/releases")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("validFrom"));
    }

    @Test
    void theSeedIsPlantedOnceAndKnowsEndedCodes() {
        plantSeed.plant(new io.quarkus.runtime.StartupEvent());
        codebook.reload();

        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "G35", LocalDate.of(2026, 2, 5)))
                .isEqualTo(CodeStanding.NOT_VALID_ON_DATE);
        assertThat(codebook.table().standing(CodeSystem.ICD_10_CM, "G35", LocalDate.of(2025, 9, 30)))
                .isEqualTo(CodeStanding.VALID);
    }

    private static String line(int number, String code, boolean isBillable) {
        return "%05d %-7s %s %-60s %s".formatted(number, code, isBillable ? "1" : "0", "Synthetic", "Synthetic");
    }

    private static ValidatableResponse load(String system, String mediaType, String validFrom, String file) {
        return given().contentType(mediaType)
                .queryParam("validFrom", validFrom)
                .body(file)
                .post("/code-sets/" + system + "/releases")
                .then();
    }
}
