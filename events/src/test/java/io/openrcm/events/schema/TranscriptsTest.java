package io.openrcm.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrcm.events.Event;
import io.openrcm.events.delivery.EventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every message of every story is true: valid by its schema, and read and said again without a difference. */
class TranscriptsTest {

    private static final Path TRANSCRIPTS = Path.of("src/main/resources/transcripts");
    private static final List<String> SERVICES = List.of("coding", "claims", "gateway", "followup");

    private final EventCodec codec = EventCodec.standard();

    @TestFactory
    Stream<DynamicTest> everyMessageOfEveryStoryIsTrue() throws IOException {
        return stories().stream()
                .map(file ->
                        DynamicTest.dynamicTest(TRANSCRIPTS.relativize(file).toString(), () -> isTrue(file)));
    }

    private static List<Path> stories() throws IOException {
        if (!Files.isDirectory(TRANSCRIPTS)) {
            return List.of();
        }
        try (var files = Files.walk(TRANSCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private void isTrue(Path file) throws IOException {
        JsonNode message = codec.mapper().readTree(Files.readString(file));
        var type = message.path("type").asText();
        var data = message.path("data");

        assertThat(file.getFileName().toString())
                .matches("\\d\\d-(" + String.join("|", SERVICES) + ")-" + type.replaceFirst("\\.v\\d+$", "")
                        + "\\.json");
        assertThat(message.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "type", "seq", "eventId", "causationId", "correlationId", "occurredAt", "data");
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
