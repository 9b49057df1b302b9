package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.KeysetName.EVENTS;
import static io.openrcm.security.sealing.KeysetName.FIELDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change while the service runs. */
class RotationTest {

    private static final Field SSN = new Field("patient", "ssn");
    private static final byte[] NUMBER = "123-45-6789".getBytes(UTF_8);

    @TempDir
    private Path home;

    private KeyFolderFixture folder;
    private FieldSealer sealer;

    @BeforeEach
    void sealWithTheFirstKey() {
        folder = KeyFolderFixture.in(home.resolve("keys"));
        sealer = new FieldSealer(folder.ring());
    }

    @Test
    void afterARotationTheOldStaysReadableAndTheNewIsUnderTheNewKey() {
        var old = sealer.seal(SSN, "row-1", NUMBER);
        var oldKey = folder.primaryKey(FIELDS);

        var newKey = folder.keysets().rotate(FIELDS);
        folder.someSecondsPass();
        var fresh = sealer.seal(SSN, "row-1", NUMBER);

        assertThat(sealer.open(SSN, "row-1", old)).isEqualTo(NUMBER);
        assertThat(sealer.open(SSN, "row-1", fresh)).isEqualTo(NUMBER);
        assertThat(keyOf(old)).isEqualTo(oldKey);
        assertThat(keyOf(fresh)).isEqualTo(newKey).isNotEqualTo(oldKey);
        assertThat(sealer.needsResealing(old)).isTrue();
        assertThat(sealer.needsResealing(fresh)).isFalse();
    }

    @Test
    void theFilesAreNotReadAgainWithinTheSameSeconds() {
        var oldKey = folder.primaryKey(FIELDS);

        var _ = folder.keysets().rotate(FIELDS);

        assertThat(keyOf(sealer.seal(SSN, "row-1", NUMBER))).isEqualTo(oldKey);
    }

    @Test
    void whatIsUnderARetiredKeyCannotBeReadAndTheErrorSaysSo() {
        var old = sealer.seal(SSN, "row-1", NUMBER);
        var oldKey = folder.primaryKey(FIELDS);
        var _ = folder.keysets().rotate(FIELDS);

        folder.keysets().retire(FIELDS, oldKey);
        folder.someSecondsPass();

        var refused = catchThrowableOfType(Unsealable.class, () -> sealer.open(SSN, "row-1", old));
        assertThat(refused)
                .hasMessage("patient.ssn of row row-1 cannot be opened: its key is retired (" + oldKey + ")");
        assertThat(refused.reason()).isEqualTo(Unsealable.Reason.KEY_RETIRED);

        folder.keysets().reinstate(FIELDS, oldKey);
        assertThat(sealer.open(SSN, "row-1", old)).isEqualTo(NUMBER);
    }

    @Test
    void whatIsUnderADestroyedKeyIsGone() {
        var old = sealer.seal(SSN, "row-1", NUMBER);
        var oldKey = folder.primaryKey(FIELDS);
        var _ = folder.keysets().rotate(FIELDS);
        folder.keysets().retire(FIELDS, oldKey);

        folder.keysets().destroy(FIELDS, oldKey);
        folder.someSecondsPass();

        var refused = catchThrowableOfType(Unsealable.class, () -> sealer.open(SSN, "row-1", old));
        assertThat(refused.reason()).isEqualTo(Unsealable.Reason.KEY_UNKNOWN);
        assertThat(refused).hasMessageContaining(oldKey);
    }

    @Test
    void whatAnotherReplicaSealedWithAKeyOfThisMomentIsReadAtOnce() {
        var otherReplica = folder.ring();
        var _ = folder.keysets().rotate(FIELDS);
        folder.someSecondsPass();
        var sealed = new FieldSealer(otherReplica).seal(SSN, "row-1", NUMBER);
        var aReplicaThatHasNotLooked = new FieldSealer(KeyRing.in(folder.path(), () -> 0));
        var _ = folder.keysets().rotate(FIELDS);
        folder.someSecondsPass();
        var underTheNewest = new FieldSealer(otherReplica).seal(SSN, "row-1", NUMBER);

        assertThat(keyOf(underTheNewest)).isNotEqualTo(keyOf(sealed));
        assertThat(aReplicaThatHasNotLooked.open(SSN, "row-1", underTheNewest)).isEqualTo(NUMBER);
    }

    @Test
    void anEventsKeyIsKnownToAllServicesBeforeAnyUsesIt() {
        var followupFolder = home.resolve("followup");
        var followup = Keysets.create(followupFolder, Optional.of(folder.file(EVENTS)));

        var key = folder.keysets().prepare(EVENTS);
        followup.adoptEvents(folder.file(EVENTS));
        folder.keysets().promote(EVENTS, key);
        folder.someSecondsPass();

        var sealed = new EventSealer(folder.ring()).seal("ClaimHeld.v1", "claim-1", "event-1", NUMBER);
        assertThat(keyOf(sealed)).isEqualTo(key);
        assertThat(new EventSealer(KeyRing.in(followupFolder)).open("ClaimHeld.v1", "claim-1", "event-1", sealed))
                .isEqualTo(NUMBER);
    }

    @Test
    void nothingIsUnreadableForAnyoneWhileKeysRotate() throws Exception {
        var clock = new AtomicLong();
        // Looks at the files at every use.
        var ring = KeyRing.in(folder.path(), () -> clock.addAndGet(TimeUnit.MINUTES.toNanos(1)));
        var fields = new FieldSealer(ring);
        var index = new BlindIndex(ring);
        var sealedBefore = sealer.seal(SSN, "row-0", NUMBER);
        var storedBefore = index.of(BlindIndex.Kind.SSN, "123-45-6789");
        var rotating = new AtomicBoolean(true);
        Callable<Integer> work = () -> {
            int done = 0;
            do {
                var row = "row-" + done++;
                assertThat(fields.open(SSN, row, fields.seal(SSN, row, NUMBER))).isEqualTo(NUMBER);
                assertThat(fields.open(SSN, "row-0", sealedBefore)).isEqualTo(NUMBER);
                assertThat(index.candidates(BlindIndex.Kind.SSN, "123456789")).contains(storedBefore);
                var signature = ring.signCheckpoint(NUMBER);
                assertThat(ring.hasSignedCheckpoint(signature, NUMBER)).isTrue();
            } while (rotating.get());
            return done;
        };

        try (var eight = Executors.newFixedThreadPool(8)) {
            var running = new ArrayList<Future<Integer>>();
            for (int thread = 0; thread < 8; thread++) {
                running.add(eight.submit(work));
            }
            for (int rotation = 0; rotation < 10; rotation++) {
                for (KeysetName name : KeysetName.values()) {
                    var _ = folder.keysets().rotate(name);
                }
            }
            rotating.set(false);
            for (Future<Integer> done : running) {
                assertThat(done.get(1, TimeUnit.MINUTES)).isPositive();
            }
        }

        assertThat(ring.trouble()).isNull();
        assertThat(folder.keysets().list(FIELDS)).hasSize(11);
        assertThat(keyOf(fields.seal(SSN, "row-1", NUMBER))).isEqualTo(folder.primaryKey(FIELDS));
    }

    private static String keyOf(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, 1, 5);
    }
}
