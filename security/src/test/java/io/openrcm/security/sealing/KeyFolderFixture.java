package io.openrcm.security.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A folder with fresh keys, and a clock that stands still unless it is told. */
final class KeyFolderFixture {

    private static final long MORE_THAN_THE_LOOK_TAKES_NANOS = 3_000_000_000L;

    private final Path folder;
    private final AtomicLong nanos = new AtomicLong();

    private KeyFolderFixture(Path folder) {
        this.folder = folder;
    }

    static KeyFolderFixture in(Path folder) {
        var _ = Keysets.create(folder, Optional.empty());
        return new KeyFolderFixture(folder);
    }

    Path path() {
        return folder;
    }

    Path file(KeysetName name) {
        return folder.resolve(name.file());
    }

    Keysets keysets() {
        return Keysets.in(folder);
    }

    KeyRing ring() {
        return KeyRing.in(folder, nanos::get);
    }

    void someSecondsPass() {
        var _ = nanos.addAndGet(MORE_THAN_THE_LOOK_TAKES_NANOS);
    }

    String primaryKey(KeysetName name) {
        return keysets().list(name).stream()
                .filter(Keysets.Key::primary)
                .map(Keysets.Key::id)
                .findFirst()
                .orElseThrow();
    }

    static void permit(Path file, String permissions) throws IOException {
        var _ = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
