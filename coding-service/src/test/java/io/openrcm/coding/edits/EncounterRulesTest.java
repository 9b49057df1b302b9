package io.openrcm.coding.edits;

import static io.openrcm.coding.EncounterFixture.anEncounter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.openrcm.coding.EncounterFixture;
import io.openrcm.coding.intake.Submission;
import io.openrcm.rest.FieldError;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncounterRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void aBrokenRuleIsNamedWithItsField(String code, String pointer, UnaryOperator<EncounterFixture> change) {
        List<FieldError> errors = errors(change.apply(anEncounter()));

        assertThat(errors)
                .anyMatch(error -> error.rule().equals(code) && error.field().equals(pointer));
    }

    @Test
    void everyRuleIsTried() {
        List<String> tried =
                offences().map(offence -> (String) offence.get()[0]).distinct().toList();

        assertThat(EncounterRules.ALL).extracting(EncounterRule::code).doesNotHaveDuplicates();
        assertThat(tried)
                .containsAll(
                        EncounterRules.ALL.stream().map(EncounterRule::code).toList());
        assertThat(EncounterRules.ALL)
                .allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    }

    @Test
    void aNewbornIsTreatedOnTheDayOfBirth() {
        assertThat(errors(anEncounter().with("/patient/birthDate", "2026-02-02")))
                .isEmpty();
    }

    @Test
    void tomorrowIsNoFutureInAnotherTimeZone() {
        assertThat(errors(anEncounter()
                        .with(
                                "/serviceThrough",
                                EncounterFixture.TODAY.plusDays(1).toString())))
                .isEmpty();
    }

    @Test
    void outpatientDiagnosesNeedNotSayWhetherTheyWerePresentOnAdmission() {
        assertThat(errors(anEncounter()
                        .with("/visit", "OUTPATIENT")
                        .with("/procedures", List.of())
                        .without("/diagnoses/0/presentOnAdmission")))
                .isEmpty();
    }

    @Test
    void amountsAreComparedAsCentsAndZeroIsAllowedPerCharge() {
        assertThat(errors(anEncounter().with("/charges/0/amount", "0.00"))).isEmpty();
        assertThat(errors(anEncounter().with("/charges/0/amount", "-0.01"))).hasSize(1);
    }

    static Stream<Arguments> offences() {
        return Stream.of(visit(), parties(), coverages(), diagnoses(), charges())
                .flatMap(offences -> offences);
    }

    private static Stream<Arguments> visit() {
        return Stream.of(
                set("SOURCE_SYSTEM_FORMAT", "/source/system", "A/B"),
                set("SOURCE_ENCOUNTER_FORMAT", "/source/encounterId", "a b"),
                set("SOURCE_VERSION", "/source/version", 0),
                set("SERVICE_DATE_ORDER", "/serviceThrough", "2026-02-01"),
                set("SERVICE_IN_FUTURE", "/serviceThrough", "2026-02-22"),
                broken("STAY_REQUIRED", "/stay", e -> e.without("/stay")),
                broken("DISCHARGE_REQUIRED", "/stay/dischargedAt", e -> e.without("/stay/dischargedAt")),
                set("DISCHARGE_BEFORE_ADMISSION", "/stay/dischargedAt", "2026-02-02T21:39:59"),
                set("STAY_OUTSIDE_SERVICE_DATES", "/stay/dischargedAt", "2026-02-06T00:00:00"),
                set("ADMISSION_TYPE_FORMAT", "/stay/admissionType", "7"),
                set("ADMISSION_SOURCE_FORMAT", "/stay/admissionSource", "12"),
                set("DISCHARGE_STATUS_FORMAT", "/stay/dischargeStatus", "1"));
    }

    private static Stream<Arguments> parties() {
        return Stream.of(
                set("BORN_AFTER_SERVICE", "/patient/birthDate", "2026-02-03"),
                set("BIRTH_DATE_IMPLAUSIBLE", "/patient/birthDate", "1858-03-14"),
                set("SUBSCRIBER_BIRTH_DATE", "/coverages/0/subscriber/birthDate", "2027-01-01"),
                set("STATE_FORMAT", "/patient/address/state", "Wi"),
                set("ZIP_FORMAT", "/coverages/0/subscriber/address/zip", "53703-0001"),
                set("TAXONOMY_FORMAT", "/providers/1/taxonomy", "207P0000X"),
                broken("TOO_MANY_PROVIDERS", "/providers", e -> repeat(e, "/providers", 51)));
    }

    private static Stream<Arguments> coverages() {
        return Stream.of(
                broken("TOO_MANY_COVERAGES", "/coverages", e -> repeat(e, "/coverages", 4)),
                set("COVERAGE_RANKS", "/coverages/1/rank", 1),
                set("COVERAGE_RANKS", "/coverages/1/rank", 3),
                set("MEMBER_ID_FORMAT", "/coverages/0/memberId", "MER*0001"),
                set("REFERENCE_FORMAT", "/coverages/0/groupNumber", "G~1"),
                set("REFERENCE_FORMAT", "/coverages/0/priorAuthorization", "PA:1"),
                broken("SUBSCRIBER_REQUIRED", "/coverages/0/subscriber", e -> e.without("/coverages/0/subscriber")),
                broken(
                        "SUBSCRIBER_IS_PATIENT",
                        "/coverages/0/subscriber",
                        e -> e.with("/coverages/0/relationship", "SELF")));
    }

    private static Stream<Arguments> diagnoses() {
        return Stream.of(
                set("DIAGNOSIS_FORMAT", "/diagnoses/0/code", "J18.9"),
                set("ONE_PRINCIPAL_DIAGNOSIS", "/diagnoses/1/role", "PRINCIPAL"),
                broken("ONE_ADMITTING_DIAGNOSIS", "/diagnoses/4/role", e -> diagnoses(e, "ADMITTING", 1)),
                broken("TOO_MANY_DIAGNOSES", "/diagnoses/26/role", e -> diagnoses(e, "OTHER", 23)),
                broken("TOO_MANY_REASONS_FOR_VISIT", "/diagnoses/7/role", e -> diagnoses(e, "REASON_FOR_VISIT", 4)),
                broken("TOO_MANY_EXTERNAL_CAUSES", "/diagnoses/16/role", e -> diagnoses(e, "EXTERNAL_CAUSE", 13)),
                set("DUPLICATE_DIAGNOSIS", "/diagnoses/1/code", "J189"),
                set("EXTERNAL_CAUSE_AS_PRINCIPAL", "/diagnoses/0/code", "W1830XA"),
                broken(
                        "PRESENT_ON_ADMISSION_REQUIRED",
                        "/diagnoses/1/presentOnAdmission",
                        e -> e.without("/diagnoses/1/presentOnAdmission")),
                set("PROCEDURE_FORMAT", "/procedures/0/code", "5A0935I"),
                broken("PROCEDURES_ARE_INPATIENT", "/procedures", e -> e.with("/visit", "OUTPATIENT")),
                broken("ONE_PRINCIPAL_PROCEDURE", "/procedures", e -> e.with("/procedures/0/principal", false)),
                set("PROCEDURE_OUTSIDE_SERVICE_DATES", "/procedures/0/performedOn", "2026-02-06"),
                broken("TOO_MANY_PROCEDURES", "/procedures", e -> repeat(e, "/procedures", 26)));
    }

    private static Stream<Arguments> charges() {
        return Stream.of(
                broken("TOO_MANY_CHARGES", "/charges", e -> repeat(e, "/charges", 1000)),
                set("CHARGE_ID_FORMAT", "/charges/0/id", "C 1"),
                set("CHARGE_ID_UNIQUE", "/charges/1/id", "C1"),
                set("CHARGE_OUTSIDE_SERVICE_DATES", "/charges/5/servicedOn", "2026-02-06"),
                set("REVENUE_CODE_FORMAT", "/charges/0/revenueCode", "120"),
                set("PROCEDURE_CODE_FORMAT", "/charges/1/procedureCode", "9928"),
                broken(
                        "TOO_MANY_MODIFIERS",
                        "/charges/1/modifiers",
                        e -> e.with("/charges/1/modifiers", List.of("25", "26", "27", "59", "LT"))),
                set("MODIFIER_FORMAT", "/charges/1/modifiers/0", "lt"),
                broken(
                        "MODIFIER_WITHOUT_CODE",
                        "/charges/0/modifiers",
                        e -> e.with("/charges/0/modifiers", List.of("25"))),
                broken(
                        "TOO_MANY_DIAGNOSIS_POINTERS",
                        "/charges/4/diagnosisPointers",
                        e -> e.with("/charges/4/diagnosisPointers", List.of(1, 2, 3, 4, 4))),
                set("DIAGNOSIS_POINTER_UNKNOWN", "/charges/4/diagnosisPointers/2", 5),
                set("DIAGNOSIS_POINTER_UNKNOWN", "/charges/4/diagnosisPointers/1", 1),
                set("NEGATIVE_AMOUNT", "/charges/3/amount", "-96.80"),
                set("AMOUNT_TOO_LARGE", "/charges/3/amount", "100000000.00"),
                set("UNITS_RANGE", "/charges/3/units", 0),
                set("UNITS_RANGE", "/charges/3/units", 0.0001));
    }

    private static Arguments set(String code, String pointer, Object value) {
        return broken(code, pointer, e -> e.with(pointer, value));
    }

    private static Arguments broken(String code, String pointer, UnaryOperator<EncounterFixture> change) {
        return arguments(code, pointer, change);
    }

    private static EncounterFixture repeat(EncounterFixture encounter, String list, int count) {
        return encounter.with(list, Collections.nCopies(count, encounter.tree().at(list + "/0")));
    }

    private static EncounterFixture diagnoses(EncounterFixture encounter, String role, int count) {
        IntStream.range(0, count).forEach(i -> {
            Map<String, Object> diagnosis = new HashMap<>(Map.of("code", "Z%03d".formatted(100 + i), "role", role));
            diagnosis.put("presentOnAdmission", "EXEMPT");
            var _ = encounter.with("/diagnoses/" + (4 + i), diagnosis);
        });
        return encounter;
    }

    private static List<FieldError> errors(EncounterFixture encounter) {
        return switch (encounter.read()) {
            case Submission.Refused refused -> refused.errors();
            case Submission other -> {
                assertThat(other.getClass()).isEqualTo(Submission.Accepted.class);
                yield Arrays.asList();
            }
        };
    }
}
