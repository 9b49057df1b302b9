package io.openrcm.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.simulator.adjudication.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void foldersAreEnough() throws IOException {
        var settings = Settings.parse("--exchange", "x", "--data", "d");
        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.speed()).isEqualTo(1);
        assertThat(settings.weights()).containsEntry(Behaviour.PAY_BY_CONTRACT, 80);
    }

    @Test
    void weightsComeInOneWordOrInAFile(@TempDir Path folder) throws IOException {
        var expected = Map.of(Behaviour.PAY_BY_CONTRACT, 90, Behaviour.REJECT_277CA, 10);
        var file = Files.writeString(folder.resolve("weights"), "pay-by-contract=90\nreject-277ca=10\n");
        assertThat(parse("--weights", "pay-by-contract=90,reject-277ca=10").weights())
                .isEqualTo(expected);
        assertThat(parse("--weights", file.toString()).weights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=1",
                "--port 99999",
                "--speed 0",
                "--weights pay=80",
                "--weights deny-duplicate=1",
                "--what 1"
            })
    void whatCannotBeFollowedIsRefused(String options) {
        assertThatThrownBy(() -> parse(options.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Settings parse(String... more) throws IOException {
        return Settings.parse(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("--exchange", "x", "--data", "d"), java.util.Arrays.stream(more))
                .toArray(String[]::new));
    }
}
