package io.openrcm.coding.encounter.status;

import static org.assertj.core.api.Assertions.assertThat;

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
}
