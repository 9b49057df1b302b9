package io.openrcm.security.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingBeansTest {

    @TempDir
    private Path home;

    @Test
    void onlyATestMayDoWithKeysThatGoAway() {
        assertThat(SealingBeans.keyRing(Optional.empty(), List.of("test"))).hasToString("KeyRing[passing]");

        for (List<String> profiles : List.of(
                List.of("prod"), List.of("local"), List.of("dev"), List.of("test", "prod"), List.<String>of())) {
            assertThat(catchThrowableOfType(
                            KeyRing.Refused.class, () -> SealingBeans.keyRing(Optional.empty(), profiles)))
                    .as("%s", profiles)
                    .hasMessage("openrcm.keys.folder does not say where the keys are.");
        }
    }

    @Test
    void aTestThatNamesAFolderHasTheKeysInIt() {
        var folder = KeyFolderFixture.in(home.resolve("keys")).path();

        assertThat(SealingBeans.keyRing(Optional.of(folder), List.of("test"))).hasToString("KeyRing[" + folder + "]");
    }
}
