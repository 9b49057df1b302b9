package io.openrcm.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OneWriterTest {

    private static final Pattern WRITES_THE_OUTBOX =
            Pattern.compile("(insert\\s+into|update|delete\\s+from)\\s+outbox\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void oneClassWritesTheOutbox() throws IOException {
        assertThat(sources())
                .hasSizeGreaterThan(50)
                .filteredOn(source -> WRITES_THE_OUTBOX.matcher(read(source)).find())
                .extracting(source -> source.getFileName().toString())
                .containsExactly("OutboxTable.java");
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ServersProcess.root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
