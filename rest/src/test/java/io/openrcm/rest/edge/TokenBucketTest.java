package io.openrcm.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    private final TokenBucket twoPerSecond = new TokenBucket(2, 10, 0);

    @Test
    void aBurstIsTakenAndWhoGoesOnIsToldWhenToCallAgain() {
        for (int call = 0; call < 10; call++) {
            assertThat(twoPerSecond.take(0)).isZero();
        }

        assertThat(twoPerSecond.take(0)).isEqualTo(1);
        assertThat(twoPerSecond.take(SECOND)).isZero();
        assertThat(twoPerSecond.take(SECOND)).isZero();
        assertThat(twoPerSecond.take(SECOND)).isPositive();
    }

    @Test
    void callsThatWereNotMadeAreNotSavedUpWithoutEnd() {
        for (int call = 0; call < 10; call++) {
            assertThat(twoPerSecond.take(3600 * SECOND)).isZero();
        }

        assertThat(twoPerSecond.take(3600 * SECOND)).isPositive();
        assertThat(twoPerSecond.isFull(3605 * SECOND)).isTrue();
    }
}
