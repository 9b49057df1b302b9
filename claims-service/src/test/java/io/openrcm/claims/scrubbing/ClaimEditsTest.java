package io.openrcm.claims.scrubbing;

import static io.openrcm.claims.ClaimContentFixture.institutional;
import static io.openrcm.claims.ClaimContentFixture.outpatient;
import static io.openrcm.claims.ClaimContentFixture.professional;
import static io.openrcm.claims.ClaimContentFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.openrcm.claims.EncounterFixture;
import io.openrcm.claims.coordination.PayerTerms;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimEditsTest {

    private static final PayerTerms TERMS =
            new PayerTerms(new PayerId("MERID"), "Meridian", 365, 180, 30, true, "MER\\d{8}");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FILE_BY = LocalDate.of(2027, 9, 14);

    @ParameterizedTest
    @MethodSource
    void aCompleteClaimIsClean(ClaimContent content) {
        assertThat(ClaimEdits.scrub(facts(content))).isEqualTo(new ScrubOutcome.Clean(List.of()));
    }

    static Stream<ClaimContent> aCompleteClaimIsClean() {
        var consent = "{\"consent\": \"CONSENT-2026-17\"}";
        return Stream.of(institutional(), outpatient(), professional(), with(outpatient(), "/part2", consent));
    }

    @ParameterizedTest
    @MethodSource
    void eachEditFindsItsFaultAtItsField(String editId, String field, ClaimContent content) {
        var findings = ClaimEdits.scrub(facts(content)).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.editId().equals(editId))
                .extracting(Finding::field)
                .contains(field);
    }

    static Stream<Arguments> eachEditFindsItsFaultAtItsField() {
        var address = "{\"street\":\"P.O. Box 12\",\"city\":\"Madison\",\"state\":\"WI\",\"zip\":\"53703\"}";
        return Stream.of(
                arguments("CE-001", "/lines", with(professional(), "/lines/0/charge", "\"0.00\"")),
                arguments("CE-002", "/lines/0/charge", with(outpatient(), "/lines/0/charge", "\"-1.00\"")),
                arguments("CE-003", "/lines", with(outpatient(), "/lines", "[]")),
                arguments("CE-010", "/providers", with(institutional(), "/providers", "[]")),
                arguments("CE-011", "/providers", with(professional(), "/providers", "[]")),
                arguments(
                        "CE-012",
                        "/billingProvider/address/street",
                        with(outpatient(), "/billingProvider/address", address)),
                arguments(
                        "CE-012",
                        "/billingProvider/address/zip",
                        with(outpatient(), "/billingProvider/address/zip", "\"53703\"")),
                arguments(
                        "CE-013", "/billingProvider/taxId", with(outpatient(), "/billingProvider/taxId", "\"12-34\"")),
                arguments("CE-014", "/providers/0/npi", with(outpatient(), "/providers/0/npi", "\"1999999000\"")),
                arguments("CE-020", "/coverages/0/memberId", with(outpatient(), "/coverages/0/memberId", "\"A B\"")),
                arguments("CE-021", "/coverages/0/memberId", with(outpatient(), "/coverages/0/memberId", "\"XYZ1\"")),
                arguments(
                        "CE-022",
                        "/coverages/0/subscriber",
                        with(outpatient(), "/coverages/0/relationship", "\"SPOUSE\"")),
                arguments("CE-023", "/patient/address/zip", with(outpatient(), "/patient/address/zip", "\"5370\"")),
                arguments("CE-023", "/patient/address", with(outpatient(), "/patient/address/city", "\" \"")),
                arguments("CE-024", "/coverages/1/rank", twoOfRankOne()),
                arguments("CE-025", "/patient/birthDate", with(outpatient(), "/patient/birthDate", "\"2026-12-01\"")),
                arguments(
                        "CE-026",
                        "/coverages/0/priorAuthorization",
                        with(institutional(), "/coverages/0/priorAuthorization", null)),
                arguments("CE-030", "/statementFrom", with(outpatient(), "/statementFrom", "\"2026-09-18\"")),
                arguments("CE-031", "/lines/1/servicedOn", with(outpatient(), "/lines/1/servicedOn", "\"2026-09-13\"")),
                arguments("CE-032", "/statementThrough", with(outpatient(), "/statementThrough", "\"2026-11-24\"")),
                arguments("CE-040", "/diagnoses", with(outpatient(), "/diagnoses/0/role", "\"OTHER\"")),
                arguments(
                        "CE-041",
                        "/diagnoses/3/code",
                        with(outpatient(), "/diagnoses/-", diagnosis("S5251XA", "OTHER"))),
                arguments("CE-042", "/diagnoses", thirteenDiagnoses()),
                arguments(
                        "CE-043",
                        "/lines/0/diagnosisPointers",
                        with(professional(), "/lines/0/diagnosisPointers", "[9]")),
                arguments(
                        "CE-043",
                        "/lines/0/diagnosisPointers",
                        with(professional(), "/lines/0/diagnosisPointers", "[]")),
                arguments(
                        "CE-044",
                        "/diagnoses/1/presentOnAdmission",
                        with(institutional(), "/diagnoses/1/presentOnAdmission", null)),
                arguments("CE-050", "/lines/0/revenueCode", with(outpatient(), "/lines/0/revenueCode", "\"450\"")),
                arguments("CE-051", "/lines/1/procedureCode", with(outpatient(), "/lines/1/procedureCode", null)),
                arguments("CE-052", "/lines/0/procedureCode", with(professional(), "/lines/0/procedureCode", null)),
                arguments("CE-053", "/lines/0/procedureCode", with(outpatient(), "/lines/0/procedureCode", "\"992\"")),
                arguments("CE-053", "/lines/0/modifiers", with(outpatient(), "/lines/0/modifiers", "[\"2\"]")),
                arguments("CE-054", "/lines/2/modifiers", repeated("[]")),
                arguments("CE-055", "/lines/0/units", with(outpatient(), "/lines/0/units", "0")),
                arguments("CE-056", "/lines/1/controlNumber", with(outpatient(), "/lines/1/controlNumber", "\"C1\"")),
                arguments("CE-060", "/stay", with(institutional(), "/stay", null)),
                arguments("CE-060", "/stay/admissionType", with(institutional(), "/stay/admissionType", "\"7\"")),
                arguments("CE-061", "/stay/dischargeStatus", with(institutional(), "/stay/dischargeStatus", "\"30\"")),
                arguments("CE-061", "/stay/dischargedAt", with(institutional(), "/stay/dischargedAt", null)),
                arguments("CE-062", "/lines", with(institutional(), "/lines/0/units", "2")),
                arguments("CE-063", "/lines/0/revenueCode", with(outpatient(), "/lines/0/revenueCode", "\"0120\"")),
                arguments("CE-073", "/payerClaimNumber", with(outpatient(), "/frequency", "\"REPLACEMENT\"")),
                arguments("CE-073", "/payerClaimNumber", with(outpatient(), "/payerClaimNumber", "\"ICN1\"")),
                arguments("CE-080", "/patient/name/family", with(outpatient(), "/patient/name/family", "\"A*B\"")),
                arguments("CE-090", "/part2/consent", with(institutional(), "/part2", "{}")),
                arguments("CE-090", "/part2/consent", with(professional(), "/part2", "{}")));
    }

    @Test
    void everyEditIsTried() {
        var tried = new HashSet<>(List.of("CE-070", "CE-071", "CE-072"));
        eachEditFindsItsFaultAtItsField()
                .forEach(arguments -> tried.add((String) arguments.get()[0]));

        assertThat(ClaimEdits.ALL)
                .extracting(ClaimEdit::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void aRepeatWithItsModifierIsFine() {
        assertThat(ClaimEdits.scrub(facts(repeated("[\"76\"]")))).isEqualTo(new ScrubOutcome.Clean(List.of()));
    }

    @Test
    void aNameWithAccentsIsFine() {
        var content = with(outpatient(), "/patient/name/family", "\"Nuñez-O'Briën\"");

        assertThat(ClaimEdits.scrub(facts(content))).isEqualTo(new ScrubOutcome.Clean(List.of()));
    }

    @Test
    void onTheLastDayToFileTheClaimStillLeavesWithAWarning() {
        var facts = new ClaimFacts(outpatient(), TERMS, FILE_BY, FILE_BY, null);

        assertThat(ClaimEdits.scrub(facts))
                .isInstanceOfSatisfying(
                        ScrubOutcome.Clean.class,
                        clean -> assertThat(clean.findings())
                                .extracting(Finding::editId)
                                .containsExactly("CE-071"));
    }

    @Test
    void theDayAfterTheLastDayToFileHoldsTheClaim() {
        var facts = new ClaimFacts(outpatient(), TERMS, FILE_BY.plusDays(1), FILE_BY, null);

        assertThat(ClaimEdits.scrub(facts))
                .isInstanceOfSatisfying(
                        ScrubOutcome.Held.class,
                        held -> assertThat(held.findings())
                                .extracting(Finding::editId, Finding::severity)
                                .containsExactly(tuple("CE-070", Severity.OVERRIDABLE)));
    }

    @Test
    void aDuplicateIsHeldUnlessItReplaces() {
        var original = new ClaimFacts(outpatient(), TERMS, TODAY, FILE_BY, "TWIN");
        var replacement = with(with(outpatient(), "/frequency", "\"REPLACEMENT\""), "/payerClaimNumber", "\"ICN1\"");

        assertThat(ClaimEdits.scrub(original).findings())
                .extracting(Finding::editId)
                .containsExactly("CE-072");
        assertThat(ClaimEdits.scrub(new ClaimFacts(replacement, TERMS, TODAY, FILE_BY, "TWIN"))
                        .findings())
                .isEmpty();
    }

    @Test
    void noFindingRepeatsAValue() {
        var content = with(outpatient(), "/coverages/0/memberId", "\"SECRET VALUE\"");

        assertThat(ClaimEdits.scrub(facts(content)).findings())
                .isNotEmpty()
                .noneMatch(finding -> finding.message().contains("SECRET"));
    }

    private static ClaimFacts facts(ClaimContent content) {
        return new ClaimFacts(content, TERMS, TODAY, FILE_BY, null);
    }

    private static ClaimContent repeated(String modifiers) {
        var line = """
                {"controlNumber":"C9","servicedOn":"%s","revenueCode":"0320","procedureCode":"73110","modifiers":%s,
                 "units":1,"unit":"UNITS","charge":"220.50","diagnosisPointers":[]}""".formatted(EncounterFixture.DISCHARGED_ON, "[]");
        var twice = with(outpatient(), "/lines/-", line);
        return with(with(twice, "/lines/1/modifiers", modifiers), "/lines/2/modifiers", modifiers);
    }

    private static ClaimContent twoOfRankOne() {
        var content = outpatient();
        var second = """
                {"rank":1,"payer":"GRANI","payerName":"Granite","plan":"COMMERCIAL","memberId":"G1","relationship":"SELF"}""";
        return with(content, "/coverages/-", second);
    }

    private static ClaimContent thirteenDiagnoses() {
        var content = professional();
        for (int i = 0; i < 12; i++) {
            content = with(content, "/diagnoses/-", diagnosis("Z%02d".formatted(i), "OTHER"));
        }
        return content;
    }

    private static String diagnosis(String code, String role) {
        return "{\"code\":\"" + code + "\",\"role\":\"" + role + "\"}";
    }
}
