package io.openrcm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private final Workload workload = new Workload(7, LocalDate.of(2026, 11, 23));

    @Test
    void theSameSeedMakesTheSameLineWheneverItIsAskedFor() {
        assertThat(workload.line(41)).isEqualTo(new Workload(7, LocalDate.of(2026, 11, 23)).line(41));
        assertThat(workload.line(41)).isNotEqualTo(new Workload(8, LocalDate.of(2026, 11, 23)).line(41));
    }

    @Test
    void everyLineIsOneLineOfJson() throws IOException {
        for (int n = 0; n < 300; n++) {
            String line = workload.line(n).json();
            assertThat(line).doesNotContain("\n");
            assertThat(new ObjectMapper().readTree(line).path("charges")).isNotEmpty();
        }
    }

    @Test
    void anEmergencyMakesTwoClaimsAndTheOthersOne() {
        assertThat(IntStream.range(0, 300)
                        .map(n -> workload.line(n).claims())
                        .distinct()
                        .sorted())
                .containsExactly(1, 2);
    }
}
