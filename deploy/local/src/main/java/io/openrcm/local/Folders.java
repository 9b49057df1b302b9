package io.openrcm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Where the stack keeps its things: {@code .rcm} in the project's root folder, if not elsewhere. */
record Folders(Path root, Path home) {

    Folders(Path root) {
        this(root, root.resolve(".rcm"));
    }

    Path logs() {
        return home().resolve("logs");
    }

    Path run() {
        return home().resolve("run");
    }

    Path secrets() {
        return home().resolve("secrets");
    }

    Path data() {
        return home().resolve("data");
    }

    Path exchange() {
        return home().resolve("exchange");
    }

    /** Where each service keeps what its audit trail is checked against, outside of the database. */
    Path checkpoints() {
        return home().resolve("checkpoints");
    }

    Path log(String program) {
        return logs().resolve(program + ".log");
    }

    /** Only their owner may look inside; PostgreSQL, which never runs as root, may pass through. */
    void make() {
        try {
            Files.createDirectories(home());
            Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwx--x--x"));
            for (var folder : List.of(logs(), run(), secrets(), exchange(), checkpoints())) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            if (!Files.exists(data())) {
                Files.createDirectory(
                        data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException refused) {
            throw new StackFault("Cannot make " + home() + ": " + refused.getMessage(), refused);
        }
    }

    /** As a person would type it. */
    String shortName(Path file) {
        return root.relativize(file).toString();
    }
}
