package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.KeysetName.AUDIT;
import static io.openrcm.security.sealing.KeysetName.EVENTS;
import static io.openrcm.security.sealing.KeysetName.FIELDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys are used only if they lie where nobody else can read them. */
class KeyRingTest {

    private static final byte[] CHECKPOINT = "rows 1 to 500".getBytes(UTF_8);

    @TempDir
    private Path home;

    private KeyFolderFixture folder;

    @BeforeEach
    void makeKeys() {
        folder = KeyFolderFixture.in(home.resolve("keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "rw-rw-rw-"})
    void aKeyFileOpenToOthersIsRefusedByName(String permissions) throws IOException {
        KeyFolderFixture.permit(folder.file(FIELDS), permissions);

        assertThat(refusal())
                .isEqualTo("The key file " + folder.file(FIELDS) + " has the permissions " + permissions
                        + ": make them rw-------.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx-----x", "rwxrwxrwx"})
    void aKeyFolderOpenToOthersIsRefusedByName(String permissions) throws IOException {
        KeyFolderFixture.permit(folder.path(), permissions);

        assertThat(refusal())
                .isEqualTo("The key folder " + folder.path() + " has the permissions " + permissions
                        + ": make them rwx------.");
    }

    @ParameterizedTest
    @EnumSource(KeysetName.class)
    void aMissingKeyFileIsRefusedByName(KeysetName name) throws IOException {
        Files.delete(folder.file(name));

        assertThat(refusal()).isEqualTo("The key file " + folder.file(name) + " is missing.");
    }

    @Test
    void aMissingFolderIsRefusedByName() {
        var nowhere = home.resolve("nowhere");

        assertThat(catchThrowableOfType(KeyRing.Refused.class, () -> KeyRing.in(nowhere)))
                .hasMessage("The key folder " + nowhere + " is missing.");
    }

    @Test
    void aLinkToAKeyFileElsewhereIsRefused() throws IOException {
        var elsewhere = Files.move(folder.file(FIELDS), home.resolve("elsewhere.json"));
        var _ = Files.createSymbolicLink(folder.file(FIELDS), elsewhere);

        assertThat(refusal()).isEqualTo("The key file " + folder.file(FIELDS) + " is no regular file.");
    }

    @Test
    void keysMadeForSomethingElseAreRefused() throws IOException {
        var _ = Files.copy(folder.file(AUDIT), folder.file(FIELDS), StandardCopyOption.REPLACE_EXISTING);

        assertThat(refusal()).startsWith("fields.json is no keyset for it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not a keyset", "{\"primaryKeyId\":1,\"key\":[]}"})
    void aFileWithoutKeysIsRefused(String content) throws IOException {
        var _ = Files.writeString(folder.file(EVENTS), content);

        assertThat(refusal()).startsWith("events.json is no keyset for it");
    }

    @Test
    void aKeysetWhosePrimaryKeyIsDisabledIsRefused() throws IOException {
        var disabled = Files.readString(folder.file(FIELDS)).replace("ENABLED", "DISABLED");
        var _ = Files.writeString(folder.file(FIELDS), disabled);

        assertThat(refusal()).startsWith("fields.json");
    }

    @Test
    void publicKeysWithoutTheOneThatSignsAreRefused() throws IOException {
        var other = KeyFolderFixture.in(home.resolve("other"));
        var _ = Files.copy(
                other.path().resolve("audit-public.json"),
                folder.path().resolve("audit-public.json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(refusal()).isEqualTo("audit-public.json does not have the key with which audit.json signs.");
    }

    @Test
    void whenTheFilesGoBadTheKeysStayInUseAndItIsSaidUntilTheyAreGoodAgain() throws IOException {
        var ring = folder.ring();
        var sealer = new EventSealer(ring);
        var sealed = sealer.seal("ClaimHeld.v1", "claim-1", "event-1", CHECKPOINT);
        KeyFolderFixture.permit(folder.file(EVENTS), "rw-r--r--");
        folder.someSecondsPass();

        assertThat(sealer.open("ClaimHeld.v1", "claim-1", "event-1", sealed)).isEqualTo(CHECKPOINT);
        assertThat(ring.trouble()).hasMessageContaining("events.json has the permissions rw-r--r--");

        KeyFolderFixture.permit(folder.file(EVENTS), "rw-------");
        folder.someSecondsPass();

        assertThat(sealer.open("ClaimHeld.v1", "claim-1", "event-1", sealed)).isEqualTo(CHECKPOINT);
        assertThat(ring.trouble()).isNull();
    }

    @Test
    void aCheckpointIsSignedAndAnAlteredOneIsNot() {
        var ring = folder.ring();
        var signature = ring.signCheckpoint(CHECKPOINT);

        assertThat(ring.hasSignedCheckpoint(signature, CHECKPOINT)).isTrue();
        assertThat(ring.hasSignedCheckpoint(signature, "rows 1 to 499".getBytes(UTF_8)))
                .isFalse();
        assertThat(KeyRing.passing().hasSignedCheckpoint(signature, CHECKPOINT)).isFalse();
    }

    @Test
    void anOldCheckpointIsVerifiedByAnAuditorWhenTheKeyThatSignedItIsLongDestroyed()
            throws IOException, GeneralSecurityException {
        var ring = folder.ring();
        var signature = ring.signCheckpoint(CHECKPOINT);
        var oldKey = folder.primaryKey(AUDIT);
        var _ = folder.keysets().rotate(AUDIT);
        folder.keysets().retire(AUDIT, oldKey);
        folder.keysets().destroy(AUDIT, oldKey);
        folder.someSecondsPass();

        assertThat(ring.hasSignedCheckpoint(signature, CHECKPOINT)).isTrue();
        assertThat(ring.hasSignedCheckpoint(ring.signCheckpoint(CHECKPOINT), CHECKPOINT))
                .isTrue();
        assertThat(ring.trouble()).isNull();
        KeyRing.verifierOf(Files.readString(folder.path().resolve("audit-public.json")))
                .verify(signature, CHECKPOINT);
    }

    @Test
    void withoutAFileOfPublicKeysThoseOfThePrivateKeysServe() throws IOException {
        Files.delete(folder.path().resolve("audit-public.json"));
        var ring = folder.ring();

        assertThat(ring.hasSignedCheckpoint(ring.signCheckpoint(CHECKPOINT), CHECKPOINT))
                .isTrue();
    }

    @Test
    void aPrivateKeyIsNotTakenForAPublicOne() throws IOException {
        var secret = Files.readString(folder.file(AUDIT));

        assertThat(catchThrowableOfType(KeyRing.Refused.class, () -> KeyRing.verifierOf(secret)))
                .hasMessageStartingWith("audit-public.json is no keyset of public keys");
    }

    private String refusal() {
        return catchThrowableOfType(KeyRing.Refused.class, folder::ring).getMessage();
    }
}
