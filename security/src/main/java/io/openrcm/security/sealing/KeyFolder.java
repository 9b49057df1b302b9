package io.openrcm.security.sealing;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The folder with the keysets: nobody but its owner may look inside, and a file in it is written whole or not at all. */
record KeyFolder(Path path) {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final String LOCK = ".lock";

    /** A file that says so by being there. */
    private static final String FOR_LOCAL_USE = "for-local-use-only";

    /** A lock on a file holds off other processes, this one other threads. */
    private static final Object ONE_AT_A_TIME = new Object();

    static FileAttribute<Set<PosixFilePermission>> forItsOwnerOnly() {
        return PosixFilePermissions.asFileAttribute(FOLDER);
    }

    String read(String file) {
        return find(file).orElseThrow(() -> new KeyRing.Refused("The key file " + path.resolve(file) + " is missing."));
    }

    Optional<String> find(String file) {
        requireClosed();
        return secret(path.resolve(file));
    }

    /** A key file that lies anywhere. */
    static String readSecret(Path file) {
        return secret(file).orElseThrow(() -> new KeyRing.Refused("The key file " + file + " is missing."));
    }

    private static Optional<String> secret(Path file) {
        try {
            var attributes = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new KeyRing.Refused("The key file " + file + " is no regular file.");
            }
            if (!FILE.containsAll(attributes.permissions())) {
                throw new KeyRing.Refused("The key file " + file + " has the permissions "
                        + PosixFilePermissions.toString(attributes.permissions()) + ": make them rw-------.");
            }
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new KeyRing.Refused("The key file " + file + " cannot be read: "
                    + unreadable.getClass().getSimpleName() + ".");
        }
    }

    private void requireClosed() {
        try {
            var attributes = Files.readAttributes(path, PosixFileAttributes.class);
            if (!attributes.isDirectory()) {
                throw new KeyRing.Refused("The key folder " + path + " is no folder.");
            }
            if (!attributes.permissions().equals(FOLDER)) {
                throw new KeyRing.Refused("The key folder " + path + " has the permissions "
                        + PosixFilePermissions.toString(attributes.permissions()) + ": make them rwx------.");
            }
        } catch (NoSuchFileException missing) {
            throw new KeyRing.Refused("The key folder " + path + " is missing.");
        } catch (IOException unreadable) {
            throw new KeyRing.Refused("The key folder " + path + " cannot be read: "
                    + unreadable.getClass().getSimpleName() + ".");
        }
    }

    /** Two glances are equal if nothing was changed in between, the right to read included. */
    List<Object> glance() {
        var seen = new ArrayList<Object>();
        glanceAt(path, seen);
        for (KeysetName name : KeysetName.values()) {
            glanceAt(path.resolve(name.file()), seen, NOFOLLOW_LINKS);
        }
        glanceAt(path.resolve(KeysetName.AUDIT_PUBLIC_FILE), seen, NOFOLLOW_LINKS);
        return seen;
    }

    private static void glanceAt(Path file, List<Object> seen, LinkOption... options) {
        try {
            var attributes = Files.readAttributes(file, PosixFileAttributes.class, options);
            seen.add(List.of(
                    attributes.lastModifiedTime(),
                    attributes.size(),
                    attributes.permissions(),
                    String.valueOf(attributes.fileKey())));
        } catch (IOException gone) {
            // Equal to no file that is there; whoever reads it says what is wrong.
            seen.add(gone.getClass());
        }
    }

    void write(String file, String content) {
        var fresh = path.resolve("." + file + ".new");
        try {
            Files.deleteIfExists(fresh);
            var _ = Files.createFile(fresh, PosixFilePermissions.asFileAttribute(FILE));
            try (var channel = FileChannel.open(fresh, WRITE)) {
                var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    var _ = channel.write(bytes);
                }
                channel.force(true);
            }
            var _ = Files.move(
                    fresh, path.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            makeDurable(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + path.resolve(file), failed);
        }
    }

    void markForLocalUse() {
        write(
                FOR_LOCAL_USE,
                "These keys were made on somebody's own machine. No service takes them for real records.\n");
    }

    boolean isForLocalUse() {
        return Files.exists(path.resolve(FOR_LOCAL_USE), NOFOLLOW_LINKS);
    }

    /** Does nothing if the folder was moved away. */
    void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }

    /** That a file was moved into the folder outlives a loss of power. */
    static void makeDurable(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Nobody else changes the keysets meanwhile: a change made from an old copy would lose a key, and what it sealed. */
    <T> T alone(Supplier<T> change) {
        requireClosed();
        synchronized (ONE_AT_A_TIME) {
            try (var channel = FileChannel.open(
                            path.resolve(LOCK), Set.of(CREATE, WRITE), PosixFilePermissions.asFileAttribute(FILE));
                    var _ = channel.lock()) {
                return change.get();
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot lock " + path, failed);
            }
        }
    }
}
