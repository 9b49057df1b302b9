package io.openrcm.followup.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagram in the service's README is printed from the transition table. */
class WorkItemDiagramTest {

    @Test
    void theReadmeShowsTheTransitionTable() throws IOException {
        String edges = Arrays.stream(WorkItemTransition.values())
                .flatMap(transition -> transition.from().stream()
                        .sorted()
                        .map(from -> "    " + from + " --> " + transition.to() + ": "
                                + transition.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```mermaid\nstateDiagram-v2\n    [*] --> OPEN\n" + edges + "\n```");
    }
}
