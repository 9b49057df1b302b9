package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.KeysetName.AUDIT;
import static io.openrcm.security.sealing.KeysetName.EVENTS;
import static io.openrcm.security.sealing.KeysetName.FIELDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be done to keys, and what would lose what they sealed. */
class KeysetsTest {

    @TempDir
    private Path home;

    private KeyFolderFixture folder;
    private Keysets keysets;

    @BeforeEach
    void makeKeys() {
        folder = KeyFolderFixture.in(home.resolve("keys"));
        keysets = folder.keysets();
    }

    @Test
    void aNewFolderHasEveryKeysetAndIsForItsOwnerOnly() throws IOException {
        assertThat(permissions(folder.path())).isEqualTo("rwx------");
        assertThat(files(folder.path()))
                .containsExactlyInAnyOrder(
                        "fields.json", "lookup.json", "events.json", "audit.json", "audit-public.json")
                .allSatisfy(file ->
                        assertThat(permissions(folder.path().resolve(file))).isEqualTo("rw-------"));
        assertThat(files(home)).containsExactly("keys");
    }

    @Test
    void twoServicesShareTheKeysOfEventsAndNoOthers() throws IOException {
        var other = home.resolve("other");
        var _ = Keysets.create(other, Optional.of(folder.file(EVENTS)));

        for (KeysetName name : KeysetName.values()) {
            boolean same = Files.mismatch(folder.file(name), other.resolve(name.file())) == -1;
            assertThat(same).as(name.file()).isEqualTo(name == EVENTS);
        }
    }

    @Test
    void keysAreNeverOverwritten() throws IOException {
        var before = Files.readString(folder.file(FIELDS));

        assertRefused(
                () -> Keysets.create(folder.path(), Optional.empty()),
                folder.path() + " is there already; keys are never overwritten.");

        assertThat(Files.readString(folder.file(FIELDS))).isEqualTo(before);
    }

    @Test
    void nothingIsLeftOfAFolderThatCouldNotBeMade() throws IOException {
        KeyFolderFixture.permit(folder.file(EVENTS), "rw-r--r--");

        assertRefused(
                () -> Keysets.create(home.resolve("other"), Optional.of(folder.file(EVENTS))),
                "The key file " + folder.file(EVENTS) + " has the permissions rw-r--r--: make them rw-------.");

        assertThat(files(home)).containsExactly("keys");
    }

    @Test
    void aRotatedFileIsStillForItsOwnerOnlyAndNothingIsLeftBeside() throws IOException {
        for (KeysetName name : KeysetName.values()) {
            var _ = keysets.rotate(name);
            assertThat(permissions(folder.file(name))).isEqualTo("rw-------");
        }
        assertThat(files(folder.path())).hasSize(6).contains(".lock");
    }

    @Test
    void aPreparedKeyIsKnownButNotUsedUntilItIsPromoted() {
        var first = folder.primaryKey(FIELDS);

        var prepared = keysets.prepare(FIELDS);
        assertThat(keysets.list(FIELDS))
                .containsExactly(new Keysets.Key(first, true, true), new Keysets.Key(prepared, true, false));

        keysets.promote(FIELDS, prepared);
        assertThat(keysets.list(FIELDS))
                .containsExactly(new Keysets.Key(first, true, false), new Keysets.Key(prepared, true, true));
    }

    @Test
    void theKeyInUseCannotBeRetired() {
        var key = folder.primaryKey(FIELDS);

        assertRefused(
                () -> keysets.retire(FIELDS, key),
                "The key " + key + " of fields.json is the primary key: rotate first.");
    }

    @Test
    void onlyARetiredKeyCanBeDestroyedAndNothingOfItStaysInTheFile() throws IOException {
        var key = folder.primaryKey(FIELDS);
        var secret = Secrets.keyMaterial(folder.file(FIELDS)).getFirst();
        var _ = keysets.rotate(FIELDS);

        assertRefused(
                () -> keysets.destroy(FIELDS, key),
                "The key " + key + " of fields.json is still in use: retire it first.");

        keysets.retire(FIELDS, key);
        assertThat(Files.readString(folder.file(FIELDS))).contains(secret);
        keysets.destroy(FIELDS, key);

        assertThat(keysets.list(FIELDS)).hasSize(1).noneMatch(left -> left.id().equals(key));
        assertThat(Files.readString(folder.file(FIELDS))).doesNotContain(secret);
    }

    @Test
    void aRetiredKeyCannotBeUsedAgainUnlessItIsReinstated() {
        var key = folder.primaryKey(AUDIT);
        var _ = keysets.rotate(AUDIT);
        keysets.retire(AUDIT, key);

        assertRefused(
                () -> keysets.promote(AUDIT, key), "The key " + key + " of audit.json is retired: reinstate it first.");

        keysets.reinstate(AUDIT, key);
        keysets.promote(AUDIT, key);
        assertThat(folder.primaryKey(AUDIT)).isEqualTo(key);
        assertThat(KeyRing.in(folder.path()).trouble()).isNull();
    }

    @Test
    void aKeyThatIsNotThereIsSaidToBeNotThere() {
        assertRefused(() -> keysets.retire(FIELDS, "00000000"), "The key 00000000 of fields.json is not there.");
    }

    @Test
    void keysOfEventsAreNotTakenOverIfWhatIsUnderTheOldOnesWouldBeLost() throws IOException {
        var stranger = KeyFolderFixture.in(home.resolve("stranger"));
        var before = Files.readString(folder.file(EVENTS));
        var key = folder.primaryKey(EVENTS);

        assertRefused(
                () -> keysets.adoptEvents(stranger.file(EVENTS)),
                "The key " + key + " of events.json still opens events here and is not in " + stranger.file(EVENTS)
                        + ".");

        assertThat(Files.readString(folder.file(EVENTS))).isEqualTo(before);
    }

    @Test
    void noKeyIsLostWhenTwoPeopleRotateAtOnce() throws Exception {
        var made = new HashSet<String>();
        Callable<String> rotate = () -> Keysets.in(folder.path()).rotate(FIELDS);

        try (var people = Executors.newFixedThreadPool(4)) {
            for (var done :
                    people.invokeAll(Stream.generate(() -> rotate).limit(20).toList())) {
                made.add(done.get());
            }
        }

        assertThat(made).hasSize(20);
        assertThat(keysets.list(FIELDS)).hasSize(21).extracting(Keysets.Key::id).containsAll(made);
    }

    private static void assertRefused(ThrowingCallable change, String sentence) {
        assertThat(catchThrowableOfType(KeyRing.Refused.class, change)).hasMessage(sentence);
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
