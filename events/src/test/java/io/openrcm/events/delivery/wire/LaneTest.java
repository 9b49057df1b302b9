package io.openrcm.events.delivery.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.Ids;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void anAggregateStaysInItsLaneForEver() {
        assertThat(Lane.of(new UUID(0, 0))).isZero();
        assertThat(Lane.of(UUID.fromString("2f1c6a4e-98e4-4a0c-9d43-1f7b4a0f3d11")))
                .isEqualTo(14);
        assertThat(Lane.of(UUID.fromString("74738ff5-5367-5958-9aee-98fffdcd1876")))
                .isEqualTo(1);
        assertThat(Lane.of(UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff")))
                .isEqualTo(15);
    }

    @Test
    void aggregatesSpreadEvenly() {
        var perLane = new int[Lane.COUNT];

        IntStream.range(0, 16_000).forEach(i -> perLane[Lane.of(Ids.derived("claim " + i))]++);

        assertThat(IntStream.of(perLane)).allMatch(count -> count > 850 && count < 1_150);
    }
}
