package io.openrcm.security.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.audit.TrailFixture;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationSpeedTest {

    private static final int ROWS = 150_000;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** On two quiet cores well above 100,000; here far enough below it that a busy machine passes and a row by row verification does not. */
    private static final int SLOWEST = 25_000;

    @Test
    void aTrailIsVerifiedFasterThanManyYearsOfItGrow() throws SQLException {
        try (var trail = new TrailFixture();
                var connection = trail.asService()) {
            var random = new Random(7);
            for (int rows = 0; rows < ROWS; rows += ROWS_AT_ONCE) {
                TrailFixture.write(connection, random, ROWS_AT_ONCE);
                connection.commit();
            }
            trail.seal(connection);

            double best = 0;
            for (int round = 0; round < 3; round++) {
                long began = System.nanoTime();
                var verification = new TrailCheck(trail.keys()::hasSignedCheckpoint)
                        .run(connection, trail.published().iterator());
                best = Math.max(best, verification.rows() * NANOS_PER_SECOND / (System.nanoTime() - began));
                connection.commit();
                assertThat(verification.findings()).isEmpty();
                assertThat(verification.rows()).isGreaterThanOrEqualTo(ROWS);
            }

            System.out.printf("the audit trail: %,.0f rows verified a second%n", best);
            assertThat(best).isGreaterThan(SLOWEST);
        }
    }
}
