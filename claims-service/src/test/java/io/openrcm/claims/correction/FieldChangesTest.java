package io.openrcm.claims.correction;

import static io.openrcm.claims.ClaimContentFixture.outpatient;
import static io.openrcm.claims.ClaimContentFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openrcm.claims.correction.FieldChanges.Result.Changed;
import io.openrcm.claims.correction.FieldChanges.Result.Refused;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.events.protection.ConsentReference;
import io.openrcm.events.protection.Part2;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.edge.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldChangesTest {

    private final FieldChanges changes = new FieldChanges(strict());

    @Test
    void aNewMemberIdIsTheOnlyThingThatChanges() {
        var result = change("/coverages/0/memberId", "\"MER77\"");

        assertThat(result).isEqualTo(new Changed(with(outpatient(), "/coverages/0/memberId", "\"MER77\"")));
    }

    @Test
    void severalCorrectionsAreMadeTogether() {
        var result = changes.apply(
                outpatient(),
                List.of(
                        new FieldCorrection("/lines/0/modifiers/-", "\"25\""),
                        new FieldCorrection("/lines/1", null),
                        new FieldCorrection("/coverages/0/groupNumber", null)));

        assertThat(result).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.content().lines()).hasSize(1);
            assertThat(changed.content().lines().getFirst().modifiers()).containsExactly("25");
            assertThat(changed.content().destination().groupNumber()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/number",
                "/version",
                "/type",
                "/frequency",
                "/destinationRank",
                "/payerClaimNumber",
                "/lines/0/controlNumber",
                ""
            })
    void whoTheClaimIsIsNotTheCorrectorsToSay(String field) {
        assertRefused(change(field, "\"X\""), field, "FIELD_NOT_CORRECTABLE");
    }

    @Test
    void whatIsNoFieldAtAllIsNotRepeated() {
        assertRefused(change("memberId", "\"X\""), "/memberId", "FIELD_NOT_CORRECTABLE");
        assertRefused(change("Zyxwquorn", "\"X\""), "/?", "FIELD_NOT_CORRECTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "/providers/0/npi, \"1999999019\", NPI_CHECK_DIGIT",
        "/coverages/0/payer, \"x\", PAYER_ID_FORMAT",
        "/lines/0/charge, \"1.234\", MONEY_FORMAT",
        "/lines/0/servicedOn, \"soon\", FORMAT",
        "/patient/nickname, \"Al\", UNKNOWN_FIELD",
        "/patient/name/given, \"A\\u0000\", CHARACTER",
        "/lines/9/charge, \"1.00\", NO_SUCH_FIELD",
        "/lines/0/charge, {, JSON_SYNTAX",
        "/typeOfBill, \"137\", TYPE_OF_BILL"
    })
    void aValueThatNoEncounterCouldHaveIsRefusedWithItsFieldAndRule(String field, String value, String rule) {
        assertRefused(change(field, value), field, rule);
    }

    @Test
    void aConsentCanBePutToALabelAndTheLabelItselfIsTheHospitals() {
        var labelled = with(outpatient(), "/part2", "{}");

        assertThat(changes.apply(labelled, List.of(new FieldCorrection("/part2/consent", "\"C-17\""))))
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.content().part2())
                                .isEqualTo(new Part2(new ConsentReference("C-17"))));
        assertRefused(change("/part2/consent", "\"C-17\""), "/part2/consent", "NO_SUCH_FIELD");
        assertRefused(change("/part2", "{}"), "/part2", "FIELD_NOT_CORRECTABLE");
        assertRefused(
                changes.apply(labelled, List.of(new FieldCorrection("/part2", null))),
                "/part2",
                "FIELD_NOT_CORRECTABLE");
    }

    @Test
    void whatAClaimCannotBeWithoutStays() {
        assertRefused(change("/coverages/0/memberId", null), "/coverages/0/memberId", "REQUIRED");
        assertRefused(change("/coverages/0", null), "/coverages", "DESTINATION_MISSING");
        assertRefused(change("/coverages/0/rank", "2"), "/coverages", "DESTINATION_MISSING");
    }

    @Test
    void thePayersNumberCanBeTypedInForAReplacement() {
        var replacement = NextContent.of(outpatient(), 2, Frequency.REPLACEMENT, null, null);

        var result = changes.apply(replacement, List.of(new FieldCorrection("/payerClaimNumber", "\"ICN1\"")));

        assertThat(result).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.content().payerClaimNumber()).isEqualTo("ICN1");
            assertThat(changed.content().typeOfBill()).isEqualTo("137");
        });
    }

    private FieldChanges.Result change(String field, String value) {
        return changes.apply(outpatient(), List.of(new FieldCorrection(field, value)));
    }

    private static void assertRefused(FieldChanges.Result result, String field, String rule) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field, FieldError::rule)
                                .containsExactly(tuple(field, rule)));
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
