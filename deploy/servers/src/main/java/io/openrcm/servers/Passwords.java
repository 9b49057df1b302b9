package io.openrcm.servers;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Random passwords, one per role; kept as one file per role (0600, folder 0700) where the data outlive the process. */
public final class Passwords {

    private static final int PASSWORD_BYTES = 24;

    private final @Nullable Path folder;
    private final String passing = random();

    private Passwords(@Nullable Path folder) {
        this.folder = folder;
    }

    /** For servers that go away with their process: every role has the same password. */
    static Passwords passing() {
        return new Passwords(null);
    }

    /** Made at the first question, the same ever after. */
    public static Passwords keptIn(Path folder) {
        return new Passwords(folder);
    }

    /** The password of a role. */
    public String of(String role) throws IOException {
        if (folder == null) {
            return passing;
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var file = folder.resolve(role);
        if (!Files.exists(file)) {
            var fresh = Files.createTempFile(
                    folder,
                    role,
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, random());
            keepUnlessAnotherWasFaster(fresh, file);
        }
        return Files.readString(file).strip();
    }

    /** A link is made at once and whole, or not at all: whoever asks at the same moment reads the same password. */
    private static void keepUnlessAnotherWasFaster(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // Its password is as good as ours, and the one that counts.
        } finally {
            Files.delete(fresh);
        }
    }

    /** One that nobody can guess. */
    public static String random() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
