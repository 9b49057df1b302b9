package io.openrcm.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrcm.events.Event;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.events.transcript.Step;
import io.openrcm.events.transcript.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every message of every story is true: valid by its schema, and read and said again without a difference. */
class TranscriptsTest {

    private static final Path TRANSCRIPTS = Path.of("src/main/resources/transcripts");
    private static final String A_MESSAGE = "\\d\\d-(" + String.join("|", Step.SERVICES) + ")-.*";

    private final EventCodec codec = EventCodec.standard();

    @Test
    void theStoriesOfAClaimsLifeAreTold() {
        assertThat(Story.all())
                .extracting(Story::name)
                .containsExactly(
                        "denied-then-appealed",
                        "held-then-corrected",
                        "no-response",
                        "paid-in-full",
                        "rejected-by-payer",
                        "remittance-out-of-balance",
                        "same-message-twice");
    }

    @Test
    void eachStoryBeginsAtTheHospitalAndCountsItsSteps() throws IOException {
        for (var story : Story.all()) {
            var steps = files(TRANSCRIPTS.resolve(story.name()));

            assertThat(steps).hasSizeGreaterThan(4);
            assertThat(steps.getFirst()).hasToString("01-hospital-encounter.json");
            assertThat(steps)
                    .extracting(step -> step.toString().substring(0, 2))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, steps.size())
                            .mapToObj("%02d"::formatted)
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMessageOfEveryStoryIsTrue() throws IOException {
        try (var files = Files.walk(TRANSCRIPTS)) {
            return files.filter(file -> file.getFileName().toString().matches(A_MESSAGE)).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(TRANSCRIPTS.relativize(file).toString(), () -> isTrue(file)));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }

    private void isTrue(Path file) throws IOException {
        JsonNode message = codec.mapper().readTree(Files.readString(file));
        var type = message.path("type").asText();
        var data = message.path("data");

        assertThat(file.getFileName().toString())
                .matches(A_MESSAGE)
                .endsWith("-" + type.replaceFirst("\\.v\\d+$", "") + ".json");
        assertThat(message.fieldNames())
                .toIterable()
                .filteredOn(name -> !name.equals("facility"))
                .containsExactlyInAnyOrder(
                        "type", "seq", "eventId", "causationId", "correlationId", "occurredAt", "data");
        assertThat(message.path("facility").asText())
                .as("of facts about one claim or encounter")
                .isEqualTo(type.startsWith("Remittance") ? "" : "LAKESIDE");
        assertThat(message.path("seq").asLong()).isPositive();
        for (String id : List.of("eventId", "causationId", "correlationId")) {
            assertThat(UUID.fromString(message.path(id).asText()))
                    .hasToString(message.path(id).asText());
        }
        assertThat(Instant.parse(message.path("occurredAt").asText())).isNotNull();
        assertThat(Schemas.violations(type, data.toString())).isEmpty();
        Event event = codec.decode(type, codec.mapper().writeValueAsBytes(data));
        assertThat(codec.mapper().readTree(codec.encode(event))).isEqualTo(data);
    }
}
