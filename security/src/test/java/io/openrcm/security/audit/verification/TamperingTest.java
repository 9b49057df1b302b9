package io.openrcm.security.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.audit.TrailFixture;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TamperingTest {

    private static final int TIMES = 1_000;
    private static final int ROUNDS = 30;
    private static final int LARGEST_ROUND = 20;
    private static final long SEED = 20_260_301;

    private static final Random RANDOM = new Random(SEED);
    private static TrailFixture trail;

    @BeforeAll
    static void aTrailOfSomeHundredRows() throws SQLException, IOException {
        trail = new TrailFixture();
        for (int round = 0; round < ROUNDS; round++) {
            trail.writeAndSealOld(RANDOM, 1 + RANDOM.nextInt(LARGEST_ROUND));
        }
    }

    @AfterAll
    static void end() {
        trail.close();
    }

    @Test
    void whatNobodyTouchedIsIntact() throws SQLException {
        try (var connection = trail.asService()) {
            var verification = verify(connection, trail.published());

            assertThat(verification.findings()).isEmpty();
            assertThat(verification.rows()).isGreaterThan(200);
            assertThat(verification.checkpoints()).isEqualTo(ROUNDS);
            assertThat(verification.published()).isEqualTo(ROUNDS);
        }
    }

    @Test
    void whateverIsTamperedWithIsFoundAndNamedAndNothingElseIs() throws SQLException, IOException {
        try (var connection = trail.asSuperuser()) {
            connection.setAutoCommit(false);
            var tamperer = new Tamperer(connection, RANDOM);
            for (int i = 0; i < TIMES; i++) {
                var tampering = tamperer.tamper();

                // Only a removed end needs what was published.
                boolean isEndGone = tampering.kinds().contains(Finding.Kind.TAIL_TRUNCATED);
                var published = isEndGone || i % 2 == 0 ? trail.published() : List.<String>of();
                var findings = verify(connection, published).findings();

                assertNamed(i + ": " + tampering, tampering, findings);
                connection.rollback();
            }
        }
    }

    private static void assertNamed(String what, Tamperer.Tampering tampering, List<Finding> findings) {
        assertThat(findings).as(what).anyMatch(finding -> tampering.kinds().contains(finding.kind()));
        assertThat(tampering.places())
                .as(what + " " + findings)
                .allSatisfy(place -> assertThat(findings).anyMatch(finding -> finding.covers(place)));
        assertThat(tampering.records())
                .as(what + " " + findings)
                .allSatisfy(record -> assertThat(findings).anyMatch(finding -> record.equals(finding.recordId())));
        assertThat(findings).as(what).allMatch(tampering.window()::has);
    }

    private static Verification verify(Connection connection, List<String> published) throws SQLException {
        return new TrailCheck(trail.keys()::hasSignedCheckpoint).run(connection, published.iterator());
    }
}
