package io.openrcm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsFiveThousandClaimsAreMeasuredAndReplayed() {
        assertThat(Options.read(List.of())).isEqualTo(new Options(5_000, 0, 7, 0, null, true, null));
    }

    @Test
    void everyOptionIsRead() {
        assertThat(Options.read(List.of(
                        "--claims",
                        "10",
                        "--warm-up",
                        "4",
                        "--seed",
                        "3",
                        "--rate",
                        "50",
                        "--kill",
                        "claims-service",
                        "--no-replay",
                        "--weights",
                        "silent=1")))
                .isEqualTo(new Options(10, 4, 3, 50, "claims-service", false, "silent=1"));
    }

    @Test
    void anOptionThatNobodyKnowsIsAnsweredWithTheUsage() {
        assertThatThrownBy(() -> Options.read(List.of("--claim", "10"))).hasMessageContaining("./rcm bench");
        assertThatThrownBy(() -> Options.read(List.of("--claims"))).hasMessageContaining("./rcm bench");
    }
}
