package io.openrcm.security.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrcm.security.audit.TrailFixture;
import io.openrcm.security.audit.verification.TrailCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 150;

    private final Random random = new Random(7);
    private TrailFixture trail;
    private SealingRound round;
    private Connection sealer;

    @BeforeEach
    void anEmptyTrail() throws SQLException {
        trail = new TrailFixture();
        round = new SealingRound(TrailFixture.SERVICE, trail.keys()::signCheckpoint);
        sealer = trail.asService();
    }

    @AfterEach
    void end() throws SQLException {
        sealer.close();
        trail.close();
    }

    @Test
    void aRowCommittedLateIsSealedWhenItIsThere() throws SQLException {
        try (var slow = trail.asService();
                var quick = trail.asService()) {
            TrailFixture.write(slow, random, 1);
            TrailFixture.write(quick, random, 1);
            quick.commit();

            assertThat(seal().sealed()).isEqualTo(1);
            assertThat(sealedRecords()).containsExactly("2");

            slow.commit();

            assertThat(seal().sealed()).isEqualTo(1);
            assertThat(sealedRecords()).containsExactly("2", "1");
            assertThat(findings()).isEmpty();
        }
    }

    @Test
    void aGapIsWatchedAsLongAsSomebodyMayFillIt() throws SQLException {
        try (var taken = trail.asService();
                var quick = trail.asService();
                var later = trail.asService()) {
            TrailFixture.write(taken, random, 3);
            TrailFixture.write(quick, random, 1);
            quick.commit();
            var _ = seal();
            var _ = seal();
            assertThat(gaps()).containsExactly("1-3");

            TrailFixture.write(later, random, 1);
            taken.rollback();
            var _ = seal();

            assertThat(gaps()).isEmpty();
        }
    }

    @Test
    void anotherSealerWatchesTheGapsToo() throws SQLException {
        try (var slow = trail.asService();
                var quick = trail.asService()) {
            TrailFixture.write(slow, random, 2);
            TrailFixture.write(quick, random, 1);
            quick.commit();
            var _ = seal();
            round = new SealingRound(TrailFixture.SERVICE, trail.keys()::signCheckpoint);
            var _ = seal();
            slow.commit();
            var _ = seal();

            assertThat(sealedRecords()).containsExactly("3", "1", "2");
            assertThat(gaps()).isEmpty();
        }
    }

    @Test
    void whileOneSealsAnotherOnlyCounts() throws SQLException {
        try (var other = trail.asService()) {
            TrailFixture.write(other, random, 2);
            other.commit();
            var first = round.run(sealer);
            try (var impatient = other.createStatement()) {
                impatient.execute("set lock_timeout = '5s'");
            }

            var second = new SealingRound(TrailFixture.SERVICE, trail.keys()::signCheckpoint).run(other);
            other.commit();
            sealer.commit();

            assertThat(first.sealed()).isEqualTo(2);
            assertThat(second).isEqualTo(new SealingRound.Outcome(0, 2, null));
            assertThat(sealedRecords()).hasSize(2);
        }
    }

    @Test
    void moreThanOneRoundTakesIsLeftForTheNext() throws SQLException {
        TrailFixture.write(sealer, random, SealingRound.ROWS + 5);
        sealer.commit();

        var first = seal();
        var second = seal();

        assertThat(first.sealed()).isEqualTo(SealingRound.ROWS);
        assertThat(first.waiting()).isEqualTo(5);
        assertThat(second.sealed()).isEqualTo(5);
        assertThat(second.waiting()).isZero();
        assertThat(second.checkpoint().rows()).isEqualTo(5);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aRoundThatIsTakenBackIsRepeated() throws SQLException {
        TrailFixture.write(sealer, random, 2);
        sealer.commit();
        var _ = round.run(sealer);
        sealer.rollback();

        assertThat(seal().sealed()).isEqualTo(2);
        assertThat(findings()).isEmpty();
    }

    @Test
    void manyWriteAndTwoSealAndEveryRowIsSealedOnce() throws Exception {
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(number -> threads.submit(writer(number)))
                    .toList();
            var sealers = List.of(threads.submit(sealerUntil(isOver)), threads.submit(sealerUntil(isOver)));
            try {
                for (var writer : writers) {
                    writer.get();
                }
                await().until(() -> seal().sealed() == 0 && gaps().isEmpty());
            } finally {
                isOver.set(true);
            }
            for (var sealing : sealers) {
                sealing.get();
            }
        }

        assertThat(texts("select count(*) from audit_record"))
                .isEqualTo(texts("select count(*) from audit_seal"))
                .isNotEqualTo(List.of("0"));
        assertThat(findings()).isEmpty();
    }

    private Callable<Void> writer(int number) {
        return () -> {
            var own = new Random(number);
            try (var connection = trail.asService()) {
                for (int i = 0; i < TRANSACTIONS; i++) {
                    TrailFixture.write(connection, own, 1 + own.nextInt(4));
                    if (own.nextInt(5) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                    }
                }
            }
            return null;
        };
    }

    private Callable<Void> sealerUntil(AtomicBoolean isOver) {
        return () -> {
            var own = new SealingRound(TrailFixture.SERVICE, trail.keys()::signCheckpoint);
            try (var connection = trail.asService()) {
                while (!isOver.get()) {
                    var _ = own.run(connection);
                    connection.commit();
                }
            }
            return null;
        };
    }

    private SealingRound.Outcome seal() throws SQLException {
        var outcome = round.run(sealer);
        sealer.commit();
        return outcome;
    }

    private List<?> findings() throws SQLException {
        var verification = new TrailCheck(trail.keys()::hasSignedCheckpoint).run(sealer, Collections.emptyIterator());
        sealer.rollback();
        return verification.findings();
    }

    private List<String> sealedRecords() throws SQLException {
        return texts("select record_id from audit_seal order by place");
    }

    private List<String> gaps() throws SQLException {
        return texts("select f || '-' || t from audit_sealing_position, unnest(gaps_from, gaps_through) as g(f, t)");
    }

    private List<String> texts(String query) throws SQLException {
        try (var statement = sealer.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } finally {
            sealer.commit();
        }
    }
}
