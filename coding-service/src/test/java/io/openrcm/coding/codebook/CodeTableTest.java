package io.openrcm.coding.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeTableTest {

    private static final LocalDate FY2026 = LocalDate.of(2025, 10, 1);

    @Test
    void aSystemWithoutACompleteReleaseKnowsNothingOfUnlistedCodes() {
        CodeTable sample = CodeTable.of(Map.of(CodeSystem.ICD_10_CM, List.of(open("I10"))), Map.of());

        assertThat(sample.standing(CodeSystem.ICD_10_CM, "I10", FY2026)).isEqualTo(CodeStanding.VALID);
        assertThat(sample.standing(CodeSystem.ICD_10_CM, "I99", FY2026)).isEqualTo(CodeStanding.NOT_CHECKED);
        assertThat(sample.standing(CodeSystem.CPT, "99213", FY2026)).isEqualTo(CodeStanding.NOT_CHECKED);
    }

    @Test
    void aCompleteReleaseMakesUnlistedCodesUnknownFromItsFirstDay() {
        CodeTable complete =
                CodeTable.of(Map.of(CodeSystem.ICD_10_CM, List.of(open("I10"))), Map.of(CodeSystem.ICD_10_CM, FY2026));

        assertThat(complete.standing(CodeSystem.ICD_10_CM, "I99", FY2026)).isEqualTo(CodeStanding.UNKNOWN);
        assertThat(complete.standing(CodeSystem.ICD_10_CM, "I99", FY2026.minusDays(1)))
                .isEqualTo(CodeStanding.NOT_CHECKED);
    }

    @Test
    void beforeTheFirstCompleteReleaseACodeThatItBeganIsNotJudged() {
        var begun = new KnownCode("G35D", true, FY2026, null);
        CodeTable complete =
                CodeTable.of(Map.of(CodeSystem.ICD_10_CM, List.of(begun)), Map.of(CodeSystem.ICD_10_CM, FY2026));

        assertThat(complete.standing(CodeSystem.ICD_10_CM, "G35D", FY2026.minusDays(1)))
                .isEqualTo(CodeStanding.NOT_CHECKED);
    }

    @Test
    void aCodeIsValidFromItsFirstToItsLastDay() {
        var period = new KnownCode("G35", true, LocalDate.of(2015, 10, 1), LocalDate.of(2025, 9, 30));
        CodeTable sample = CodeTable.of(Map.of(CodeSystem.ICD_10_CM, List.of(period)), Map.of());

        assertThat(sample.standing(CodeSystem.ICD_10_CM, "G35", LocalDate.of(2015, 9, 30)))
                .isEqualTo(CodeStanding.NOT_VALID_ON_DATE);
        assertThat(sample.standing(CodeSystem.ICD_10_CM, "G35", LocalDate.of(2015, 10, 1)))
                .isEqualTo(CodeStanding.VALID);
        assertThat(sample.standing(CodeSystem.ICD_10_CM, "G35", LocalDate.of(2025, 9, 30)))
                .isEqualTo(CodeStanding.VALID);
        assertThat(sample.standing(CodeSystem.ICD_10_CM, "G35", FY2026)).isEqualTo(CodeStanding.NOT_VALID_ON_DATE);
    }

    @Test
    void aCodeThatCameBackHasTwoPeriods() {
        CodeTable table = CodeTable.of(
                Map.of(
                        CodeSystem.HCPCS,
                        List.of(
                                new KnownCode("Z9001", true, LocalDate.of(2020, 1, 1), LocalDate.of(2021, 12, 31)),
                                new KnownCode("Z9001", true, LocalDate.of(2024, 1, 1), null))),
                Map.of());

        assertThat(table.standing(CodeSystem.HCPCS, "Z9001", LocalDate.of(2022, 6, 1)))
                .isEqualTo(CodeStanding.NOT_VALID_ON_DATE);
        assertThat(table.standing(CodeSystem.HCPCS, "Z9001", LocalDate.of(2024, 6, 1)))
                .isEqualTo(CodeStanding.VALID);
    }

    private static KnownCode open(String code) {
        return new KnownCode(code, true, LocalDate.of(2015, 10, 1), null);
    }
}
