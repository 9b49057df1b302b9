package io.openrcm.coding.intake;

import static io.openrcm.coding.EncounterFixture.TODAY;
import static io.openrcm.coding.EncounterFixture.anEncounter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openrcm.coding.EncounterFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncounterReaderTest {

    /** Parts that are optional, lists, and entries of lists. */
    private static final Pattern MAY_BE_ABSENT = Pattern.compile(
            ".*/(\\d+|middle|groupNumber|priorAuthorization|taxonomy|revenueCode|procedureCode|modifiers|diagnosisPointers"
                    + "|notes|billable|coverages|providers|diagnoses|procedures|charges)|/diagnoses/3/presentOnAdmission");

    @Test
    void completeEncounterIsAccepted() {
        assertThat(anEncounter().read()).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void sameContentInAnotherOrderIsTheSameContent() {
        EncounterFixture reordered = anEncounter();
        JsonNode visit = reordered.tree().remove("visit");
        reordered.tree().set("visit", visit);

        assertThat(hash(reordered)).isEqualTo(hash(anEncounter()));
        assertThat(hash(anEncounter().with("/charges/0/amount", "5400.01"))).isNotEqualTo(hash(anEncounter()));
    }

    @Test
    void whatIsWrittenReadsAsTheSameContent() {
        var accepted = (Submission.Accepted) anEncounter().read();

        assertThat(EncounterJson.read(accepted.canonical().bytes(), EncounterContent.class))
                .isEqualTo(accepted.content());
    }

    @Test
    void everyErrorOfABodyIsToldAtOnce() {
        var broken = anEncounter()
                .with("/providers/0/npi", "1234567890")
                .with("/patient/shoeSize", 43)
                .with("/nickname", "x")
                .with("/charges/3/units", "8")
                .with("/charges/2/amount", "-1.00")
                .with("/charges/1/amount", "1.999")
                .with("/visit", "SPA")
                .with("/serviceThrough", "2026-02-01")
                .without("/coverages/0/memberId");

        assertThat(errors(broken))
                .contains(
                        tuple("/providers/0/npi", "NPI_CHECK_DIGIT"),
                        tuple("/patient/shoeSize", "UNKNOWN_FIELD"),
                        tuple("/charges/1/amount", "MONEY_FORMAT"),
                        tuple("/visit", "FORMAT"),
                        tuple("/nickname", "UNKNOWN_FIELD"),
                        tuple("/charges/3/units", "TYPE"),
                        tuple("/coverages/0/memberId", "REQUIRED"),
                        tuple("/charges/2/amount", "NEGATIVE_AMOUNT"),
                        tuple("/serviceThrough", "SERVICE_DATE_ORDER"));
    }

    @Test
    void textThatIsNotJsonIsPlacedByLineAndColumn() {
        byte[] text = "{\n \"facility\": oops}".getBytes(StandardCharsets.UTF_8);

        assertThat(new EncounterReader().read(text, 0, text.length, TODAY))
                .isInstanceOfSatisfying(
                        Submission.NotJson.class,
                        broken -> assertThat(broken.line()).isEqualTo(2));
    }

    @Test
    void aFieldGivenTwiceIsNotJsonForUs() {
        assertThat(read("{\"facility\":\"A1\",\"facility\":\"A2\"}")).isInstanceOf(Submission.NotJson.class);
    }

    @Test
    void depthIsLimited() {
        assertThat(read("[".repeat(2000))).isInstanceOf(Submission.NotJson.class);
    }

    @ParameterizedTest
    @MethodSource("noEncounters")
    void whatIsNoObjectIsNoEncounter(String json) {
        assertThat(read(json)).isNotInstanceOf(Submission.Accepted.class);
    }

    static Stream<String> noEncounters() {
        return Stream.of("", "null", "[]", "{}", "1", "\"x\"", "true", "{} {}", "\0", "{\"charges\":[null]}");
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void anythingMissingIsNamedUnlessItMayBeAbsent(String pointer) {
        var broken = anEncounter().without(pointer);

        if (broken.read() instanceof Submission.Refused) {
            assertThat(errors(broken)).isNotEmpty();
        } else {
            assertThat(pointer).matches(MAY_BE_ABSENT);
        }
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void anythingOfAWrongTypeIsNamed(String pointer) {
        for (JsonNode wrong : List.of(
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.arrayNode().add(1),
                JsonNodeFactory.instance.numberNode(-7.5),
                JsonNodeFactory.instance.booleanNode(true),
                JsonNodeFactory.instance.textNode("\u0000"))) {
            var broken = anEncounter().with(pointer, wrong);
            if (isHarmless(pointer, wrong)) {
                continue;
            }

            assertThat(broken.read().getClass()).as("%s at %s", wrong, pointer).isEqualTo(Submission.Refused.class);
            assertThat(((Submission.Refused) broken.read()).errors())
                    .as("%s at %s", wrong, pointer)
                    .anyMatch(error ->
                            pointer.startsWith(error.field()) || error.field().startsWith(pointer));
        }
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void nullIsTheSameAsAbsent(String pointer) {
        if (pointer.matches(".*/\\d+")) {
            return;
        }
        var absent = anEncounter().without(pointer).read();
        var nothing =
                anEncounter().with(pointer, JsonNodeFactory.instance.nullNode()).read();

        assertThat(nothing.getClass()).isEqualTo(absent.getClass());
    }

    @Test
    void messagesNeverRepeatWhatWasSent() {
        for (String pointer : pointers().toList()) {
            var broken = anEncounter().with(pointer, "Secret");
            if (broken.read() instanceof Submission.Refused refused) {
                assertThat(refused.errors().toString()).doesNotContain("Secret");
            }
        }
    }

    /** Every place in the example. */
    static Stream<String> pointers() {
        List<String> pointers = new ArrayList<>();
        collect(anEncounter().tree(), "", pointers);
        return pointers.stream();
    }

    private static void collect(JsonNode node, String at, List<String> pointers) {
        if (!at.isEmpty()) {
            pointers.add(at);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(field.getValue(), at + "/" + field.getKey(), pointers);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at + "/" + i, pointers);
        }
    }

    private static boolean isHarmless(String pointer, JsonNode wrong) {
        return (wrong.isArray() && pointer.endsWith("/diagnosisPointers"))
                || (wrong.isBoolean() && (pointer.endsWith("/principal") || pointer.equals("/billable")));
    }

    private static Submission read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new EncounterReader().read(bytes, 0, bytes.length, TODAY);
    }

    private static byte[] hash(EncounterFixture encounter) {
        return ((Submission.Accepted) encounter.read()).canonical().bytes();
    }

    private static List<org.assertj.core.groups.Tuple> errors(EncounterFixture encounter) {
        return ((Submission.Refused) encounter.read())
                .errors().stream()
                        .map(error -> tuple(error.field(), error.rule()))
                        .toList();
    }
}
