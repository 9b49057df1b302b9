package io.openrcm.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openrcm.events.delivery.EventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The committed schemas and the AsyncAPI document are what the code says. {@code -Dschemas.write=true} writes them anew. */
class PublishedFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final boolean WRITE = Boolean.getBoolean("schemas.write");
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build())
            .build();

    @Test
    void theSchemaOfEveryEventIsPublished() throws IOException {
        var generated = new TreeMap<String, String>();
        for (var event : EventCodec.types().entrySet()) {
            var schema = EventSchemas.of(event.getKey(), event.getValue());
            generated.put(event.getKey() + ".json", JSON.writeValueAsString(schema) + "\n");
        }
        if (WRITE) {
            for (var file : generated.entrySet()) {
                Files.createDirectories(RESOURCES.resolve("schema"));
                Files.writeString(RESOURCES.resolve("schema").resolve(file.getKey()), file.getValue());
            }
        }

        assertThat(committedSchemas()).isEqualTo(generated);
    }

    @Test
    void theAsyncApiDocumentIsPublished() throws IOException {
        var generated = YAML.writeValueAsString(PublishedContract.document());
        var file = RESOURCES.resolve("asyncapi.yaml");
        if (WRITE) {
            Files.writeString(file, generated);
        }

        assertThat(Files.readString(file)).isEqualTo(generated);
        assertThat(YAML.readValue(generated, Map.class)).isEqualTo(PublishedContract.document());
    }

    private static Map<String, String> committedSchemas() throws IOException {
        var committed = new TreeMap<String, String>();
        try (var files = Files.list(RESOURCES.resolve("schema"))) {
            for (var file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return committed;
    }
}
