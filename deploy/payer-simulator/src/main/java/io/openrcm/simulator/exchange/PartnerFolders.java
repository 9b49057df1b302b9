package io.openrcm.simulator.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The folders we share with the gateway: per partner an outbox with what was sent to it and an inbox for its answers. Files appear and
 * leave by atomic rename only; names that begin with a dot or end in {@code .tmp} or {@code .part} are not there yet.
 */
public final class PartnerFolders {

    private static final String OUTBOX = "outbox";
    private static final String INBOX = "inbox";
    private static final String TAKEN = "taken";
    private static final String TEMPORARY = ".tmp";

    private final Path root;

    public PartnerFolders(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    public List<String> partners() throws IOException {
        List<String> partners = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            folders.forEach(folder -> partners.add(folder.getFileName().toString()));
        }
        partners.sort(null);
        return partners;
    }

    /** What waits in a partner's outbox, by name: control numbers rise, so this is the order of sending. */
    public List<String> waiting(String partner) throws IOException {
        var outbox = root.resolve(partner, OUTBOX);
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(outbox, PartnerFolders::isComplete)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    /** The name a file will have among those taken: its own, or one with a number when that was used before. */
    public String nameWhenTaken(String partner, String name) {
        var taken = root.resolve(partner, OUTBOX, TAKEN);
        var free = name;
        for (var again = 2; Files.exists(taken.resolve(free)); again++) {
            free = name + "." + again;
        }
        return free;
    }

    /** Moves a file out of the outbox. */
    public void take(String partner, String name, String takenName) throws IOException {
        var outbox = root.resolve(partner, OUTBOX);
        var taken = Files.createDirectories(outbox.resolve(TAKEN));
        Files.move(outbox.resolve(name), taken.resolve(takenName), StandardCopyOption.ATOMIC_MOVE);
        forceFolder(taken);
        forceFolder(outbox);
    }

    public boolean isTaken(String partner, String takenName) {
        return Files.exists(root.resolve(partner, OUTBOX, TAKEN, takenName));
    }

    public byte[] read(String partner, String takenName) throws IOException {
        return Files.readAllBytes(root.resolve(partner, OUTBOX, TAKEN, takenName));
    }

    /** Writes answers under names that nobody reads yet, safe on disk. */
    public void prepare(String partner, List<Answer> answers) throws IOException {
        var inbox = Files.createDirectories(root.resolve(partner, INBOX));
        for (var answer : answers) {
            try (var file = FileChannel.open(
                    temporary(inbox, answer.name()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(answer.bytes());
                while (bytes.hasRemaining()) {
                    var _ = file.write(bytes);
                }
                file.force(true);
            }
        }
    }

    /** Shows prepared answers, in order. */
    public void deliver(String partner, List<String> names) throws IOException {
        var inbox = root.resolve(partner, INBOX);
        for (var name : names) {
            Files.move(temporary(inbox, name), inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!names.isEmpty()) {
            forceFolder(inbox);
        }
    }

    /** After a crash: delivers what was recorded and prepared but not shown, and drops what was prepared and not recorded. */
    public void finish(String partner, Set<String> recorded) throws IOException {
        var inbox = root.resolve(partner, INBOX);
        if (!Files.isDirectory(inbox)) {
            return;
        }
        List<Path> left = new ArrayList<>();
        try (var files = Files.newDirectoryStream(inbox, ".*" + TEMPORARY)) {
            files.forEach(left::add);
        }
        left.sort(null);
        for (var file : left) {
            var hidden = file.getFileName().toString();
            var name = hidden.substring(1, hidden.length() - TEMPORARY.length());
            if (recorded.contains(name)) {
                Files.move(file, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(file);
            }
        }
    }

    private static Path temporary(Path inbox, String name) {
        return inbox.resolve("." + name + TEMPORARY);
    }

    private static boolean isComplete(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(TEMPORARY)
                && !name.endsWith(".part")
                && Files.isRegularFile(file);
    }

    private static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
