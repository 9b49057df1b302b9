package io.openrcm.claims.claim.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StateDiagramsTest {

    private static final Path COMMITTED = Path.of("STATES.md");

    @Test
    void theDiagramsAreThoseOfTheTransitionTables() throws IOException {
        var printed = StateDiagrams.print();
        var fresh = Path.of("target", "STATES.md");
        Files.writeString(fresh, printed);

        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("STATES.md; if the change is meant: cp %s %s", fresh.toAbsolutePath(), COMMITTED.toAbsolutePath())
                .isEqualTo(printed);
    }

    /** Prints the life cycles as Mermaid diagrams. */
    private static final class StateDiagrams {

        static String print() {
            return "# States of a claim\n\nPrinted from the transition tables in `io.openrcm.claims.claim.status`; a test holds them"
                    + " equal. The label that people see follows from these axes and the open money: `ClaimLabel.of`.\n"
                    + diagram("Version: our side of the border", VersionStatus.DRAFT, VersionTransition.values())
                    + diagram(
                            "Acknowledgment by the payer", AcknowledgmentStatus.NONE, AcknowledgmentTransition.values())
                    + diagram("Adjudication", AdjudicationStatus.UNADJUDICATED, AdjudicationTransition.values())
                    + diagram("Appeal", AppealStatus.NONE, AppealTransition.values());
        }

        private static <S extends Enum<S>, T extends Transition<S>> String diagram(String title, S first, T[] table) {
            var text =
                    new StringBuilder("\n## " + title + "\n\n```mermaid\nstateDiagram-v2\n    [*] --> " + first + "\n");
            for (T transition : table) {
                for (S from : transition.from()) {
                    text.append("    %s --> %s: %s\n"
                            .formatted(
                                    from,
                                    transition.to(),
                                    transition.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
                }
            }
            return text.append("```\n").toString();
        }
    }
}
