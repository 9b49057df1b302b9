package io.openrcm.coding.edits;

import static io.openrcm.coding.EncounterFixture.anEncounter;
import static io.openrcm.coding.EncounterFixture.anUncodedEncounter;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.coding.EncounterFixture;
import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.CodeTable;
import io.openrcm.coding.codebook.KnownCode;
import io.openrcm.coding.intake.Submission;
import io.openrcm.rest.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final LocalDate DISCHARGE = LocalDate.of(2026, 2, 5);

    @Test
    void completeEncounterMeetsNoObstacleAndHasNoGap() {
        assertThat(judge(anEncounter(), CodeTable.EMPTY).problems()).isEmpty();
    }

    @Test
    void gapsAreWhatACoderHasToGive() {
        var judgement = judge(anUncodedEncounter().without("/charges/0/revenueCode"), CodeTable.EMPTY);

        assertThat(judgement.obstacles()).isEmpty();
        assertThat(judgement.gaps())
                .extracting(FieldError::field)
                .containsExactly(
                        "/diagnoses",
                        "/charges/0/revenueCode",
                        "/charges/4/procedureCode",
                        "/charges/4/diagnosisPointers",
                        "/charges/5/diagnosisPointers");
    }

    @Test
    void nothingChargedIsAnObstacle() {
        assertThat(obstacles(anEncounter().with("/charges", List.of()))).containsExactly("NO_CHARGES");
    }

    @Test
    void chargesThatAddUpToNothingAreAnObstacle() {
        var free = anEncounter();
        for (int i = 0; i < 6; i++) {
            free = free.with("/charges/" + i + "/amount", "0.00");
        }

        assertThat(obstacles(free)).containsExactly("ZERO_TOTAL");
    }

    @Test
    void nobodyToBillIsAnObstacle() {
        assertThat(obstacles(anEncounter().with("/coverages", List.of()))).containsExactly("NO_COVERAGE");
    }

    @Test
    void aStayIsBilledAfterDischarge() {
        assertThat(obstacles(anEncounter().with("/stay/dischargeStatus", "30"))).containsExactly("STILL_A_PATIENT");
    }

    @Test
    void inpatientCodesAreJudgedOnTheDayOfDischarge() {
        CodeTable endedBeforeDischarge = codes("J189", DISCHARGE.minusDays(1));
        CodeTable endedOnDischarge = codes("J189", DISCHARGE);

        assertThat(judge(anEncounter(), endedBeforeDischarge).obstacles())
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/diagnoses/0/code", "CODE_NOT_VALID_ON_DATE"));
        assertThat(judge(anEncounter(), endedOnDischarge).obstacles()).isEmpty();
    }

    @Test
    void outpatientDiagnosesAreJudgedOnTheFirstDayOfService() {
        var outpatient = anEncounter().with("/visit", "OUTPATIENT").with("/procedures", List.of());

        assertThat(judge(outpatient, codes("J189", LocalDate.of(2026, 2, 2))).obstacles())
                .isEmpty();
        assertThat(judge(outpatient, codes("J189", LocalDate.of(2026, 2, 1))).obstacles())
                .hasSize(1);
    }

    @Test
    void aChargeIsJudgedOnItsOwnDay() {
        CodeTable ended =
                CodeTable.of(Map.of(CodeSystem.CPT, List.of(code("99238", true, LocalDate.of(2026, 2, 4)))), Map.of());

        assertThat(judge(anEncounter(), ended).obstacles())
                .extracting(FieldError::field)
                .containsExactly("/charges/5/procedureCode");
        assertThat(judge(anEncounter().with("/charges/5/servicedOn", "2026-02-04"), ended)
                        .obstacles())
                .isEmpty();
    }

    @Test
    void headersAndUnknownCodesAreNamed() {
        CodeTable complete = CodeTable.of(
                Map.of(
                        CodeSystem.ICD_10_CM,
                        List.of(code("J189", false, null), code("E119", true, null), code("I10", true, null))),
                Map.of(CodeSystem.ICD_10_CM, LocalDate.of(2025, 10, 1)));

        assertThat(judge(anEncounter(), complete).obstacles())
                .extracting(FieldError::rule)
                .containsExactly("CODE_NOT_BILLABLE", "CODE_UNKNOWN");
    }

    private static CodeTable codes(String code, LocalDate validTo) {
        return CodeTable.of(Map.of(CodeSystem.ICD_10_CM, List.of(code(code, true, validTo))), Map.of());
    }

    private static KnownCode code(String code, boolean isBillable, LocalDate validTo) {
        return new KnownCode(code, isBillable, LocalDate.of(2015, 10, 1), validTo);
    }

    private static List<String> obstacles(EncounterFixture encounter) {
        return judge(encounter, CodeTable.EMPTY).obstacles().stream()
                .map(FieldError::rule)
                .toList();
    }

    private static Judgement judge(EncounterFixture encounter, CodeTable codes) {
        return Judgement.of(((Submission.Accepted) encounter.read()).content().forBilling(), codes);
    }
}
