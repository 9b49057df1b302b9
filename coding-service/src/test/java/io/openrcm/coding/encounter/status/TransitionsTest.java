package io.openrcm.coding.encounter.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    @Test
    void everyEncounterStatusCanBeReachedAndLeft() {
        for (EncounterStatus status : EncounterStatus.values()) {
            boolean isReached = status == EncounterStatus.RECEIVED
                    || Arrays.stream(EncounterTransition.values()).anyMatch(move -> move.to() == status);
            boolean isLeft = Arrays.stream(EncounterTransition.values()).anyMatch(move -> move.isPossibleFrom(status));
            assertThat(isReached && isLeft).as("%s", status).isTrue();
        }
    }

    @Test
    void onlyWhatWasValidatedIsReleased() {
        Set<CodingStatus> before = EnumSet.noneOf(CodingStatus.class);
        for (CodingTransition move : CodingTransition.values()) {
            for (CodingStatus status : CodingStatus.values()) {
                if (move.to() == CodingStatus.RELEASED && move.isPossibleFrom(status)) {
                    before.add(status);
                }
            }
        }

        assertThat(before).containsExactly(CodingStatus.VALIDATED);
    }

    @Test
    void codesOfAReleasedEncounterAreNotTouchedUntilItIsReopened() {
        assertThat(CodingTransition.values())
                .filteredOn(move -> move.isPossibleFrom(CodingStatus.RELEASED))
                .containsExactly(CodingTransition.REOPEN);
    }

    @Test
    void theReadmeDrawsTheTables() throws IOException {
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n  state Encounter {\n");
        for (EncounterTransition move : EncounterTransition.values()) {
            for (EncounterStatus from : EncounterStatus.values()) {
                draw(diagram, move.isPossibleFrom(from), from, move.to(), move);
            }
        }
        diagram.append("  }\n  state Coding {\n");
        for (CodingTransition move : CodingTransition.values()) {
            for (CodingStatus from : CodingStatus.values()) {
                draw(diagram, move.isPossibleFrom(from), from, move.to(), move);
            }
        }
        diagram.append("  }\n```\n");

        assertThat(Files.readString(Path.of("README.md"))).contains(diagram);
    }

    private static void draw(StringBuilder diagram, boolean isPossible, Enum<?> from, Enum<?> to, Enum<?> move) {
        if (isPossible) {
            diagram.append("    %s --> %s : %s\n".formatted(from, to, move));
        }
    }
}
