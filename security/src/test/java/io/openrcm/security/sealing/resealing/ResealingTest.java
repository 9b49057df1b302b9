package io.openrcm.security.sealing.resealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openrcm.security.RealServersTest;
import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.BlindIndex.Kind;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.KeysetName;
import io.openrcm.security.sealing.Unsealable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServersTest
@TestProfile(KeysInAFolder.class)
class ResealingTest {

    @Inject
    EntityManager entities;

    @Inject
    EntityManagerFactory factory;

    @Inject
    Acting acting;

    @Inject
    Resealing resealing;

    @Inject
    FieldSealer sealer;

    @Inject
    BlindIndex index;

    @BeforeEach
    void noNotes() {
        sql("delete from sample_note", "delete from sealing_pass");
    }

    @Test
    void anInsertStaysOneInsertAndALoadWithoutAChangeWritesNothing() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();

        var id = keep("M-1");
        var _ = inTransaction(() -> entities.find(SampleNote.class, id).text());

        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        assertThat(statistics.getEntityInsertCount()).isEqualTo(1);
        assertThat(statistics.getEntityUpdateCount()).isZero();
    }

    @Test
    void anotherChangeLeavesTheSealedBytesAsTheyAre() {
        var id = keep("M-1");
        var before = beginnings();

        var _ = inTransaction(() -> {
            entities.find(SampleNote.class, id).moveTo("HARBOR");
            return id;
        });

        assertThat(beginnings()).isEqualTo(before);
        assertThat(text(id)).isEqualTo("M-1");
    }

    @Test
    void theDatabaseHoldsNothingPlainAndTheContentOfAnotherRowDoesNotOpen() throws SQLException {
        var one = keep("M-ONE-CANARY");
        var two = keep("M-TWO-CANARY");

        assertThat(io.openrcm.security.identity.StoredText.columnsWith("CANARY"))
                .isEmpty();
        sql("update sample_note t set text = (select text from sample_note o where o.id <> t.id)");

        assertThatThrownBy(() -> text(one)).isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> text(two)).isInstanceOf(Unsealable.class);
    }

    @Test
    void plainRowsFromBeforeTheSealsAreSealedAndFound() {
        for (int i = 0; i < 20; i++) {
            sql("insert into sample_note values (gen_random_uuid(), 'LAKESIDE', 'M-" + i + "'::bytea, null)");
        }
        sql("insert into sample_note values (gen_random_uuid(), 'LAKESIDE', null, null)");

        resealing.sealPlainRows();

        assertThat(inTransaction(() -> entities.createQuery("from SampleNote n where n.memberId = ?1", SampleNote.class)
                        .setParameter(
                                1, io.openrcm.security.sealing.columns.BlindIndexed.of(index.of(Kind.MEMBER_ID, "M-7")))
                        .getSingleResult()
                        .text()))
                .isEqualTo("M-7");
        assertThat(count("completed_at is not null and purpose = 'SEALED'", "sealing_pass"))
                .isEqualTo(1);
    }

    @Test
    void aRowThatCannotBeOpenedIsLeftAndTheTableIsNotDone() {
        var broken = keep("M-1");
        var _ = keep("M-2");
        sql(
                "update sample_note set text = set_byte(text, length(text) - 1, get_byte(text, length(text) - 1) # 1) where id = '"
                        + broken + "'");
        var _ = KeysInAFolder.keysets().rotate(KeysetName.FIELDS);

        awaitNewKey();
        resealing.underPresentKeys();
        resealing.underPresentKeys();

        assertThat(count("substring(text from 1 for 5) = '\\x" + hex(sealer.beginning()) + "'", "sample_note"))
                .isEqualTo(1);
        assertThat(count("completed_at is not null", "sealing_pass")).isZero();
    }

    @Test
    void keysAreChangedWhileRowsAreWrittenAndAfterwardsNoneIsUnderAnOldOne() throws Exception {
        var kept = new ArrayList<UUID>();
        for (int i = 0; i < 50; i++) {
            kept.add(keep("M-" + i));
        }
        var working = new AtomicBoolean(true);
        var changed = new ArrayList<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(() -> {
                for (int i = 0; working.get(); i++) {
                    changed.add(keep("M-1" + i));
                    rewrite(kept.get(i % kept.size()), "W-" + i % kept.size());
                }
                return true;
            });
            var _ = KeysInAFolder.keysets().rotate(KeysetName.FIELDS);
            var _ = KeysInAFolder.keysets().rotate(KeysetName.LOOKUP);
            awaitNewKey();
            resealing.underPresentKeys();
            working.set(false);
            assertThat(writer.get()).isTrue();
        }
        resealing.underPresentKeys();
        resealing.underPresentKeys();

        assertThat(changed).isNotEmpty();
        assertThat(beginnings()).containsOnly(hex(sealer.beginning()) + hex(index.beginning()));
        assertThat(count("completed_at is not null and purpose = 'PRESENT_KEYS'", "sealing_pass"))
                .isEqualTo(1);
        for (var id : kept) {
            assertThat(text(id)).matches("[MW]-\\d+");
        }
        for (var id : changed) {
            assertThat(text(id)).startsWith("M-1");
        }
    }

    /** The key ring looks every two seconds. */
    private void awaitNewKey() {
        var primary = KeysInAFolder.keysets().list(KeysetName.FIELDS).stream()
                .filter(io.openrcm.security.sealing.Keysets.Key::primary)
                .findFirst()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> hex(sealer.beginning()).equals("01" + primary.id()));
    }

    private UUID keep(String memberId) {
        return inTransaction(() -> {
            var note = new SampleNote(UUID.randomUUID(), memberId);
            entities.persist(note);
            return note.id();
        });
    }

    private void rewrite(UUID id, String memberId) {
        var _ = inTransaction(() -> {
            entities.find(SampleNote.class, id).write(memberId);
            return id;
        });
    }

    private String text(UUID id) {
        return inTransaction(() -> entities.find(SampleNote.class, id).text());
    }

    @SuppressWarnings("unchecked")
    private List<String> beginnings() {
        return inTransaction(() -> entities.createNativeQuery("""
                select distinct encode(substring(text from 1 for 5), 'hex') || encode(substring(member_id_index from 1 for 4), 'hex')
                from sample_note""", String.class).getResultList());
    }

    private long count(String condition, String table) {
        return inTransaction(
                () -> ((Number) entities.createNativeQuery("select count(*) from " + table + " where " + condition)
                                .getSingleResult())
                        .longValue());
    }

    private <T> T inTransaction(Callable<T> work) {
        return acting.asService(
                Facilities.ALL, () -> QuarkusTransaction.requiringNew().call(work));
    }

    private static void sql(String... statements) {
        try (var connection = TestDatabase.everything().getConnection();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
