package io.openrcm.gateway.adapter;

import io.openrcm.gateway.partner.AdapterKind;
import io.openrcm.gateway.rounds.CrashPoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Exchange through folders. A file appears whole under its name or not at all, and what has once appeared is never put
 * there again: the partner takes a file by moving it to {@code outbox/taken}, where its name is looked for too.
 */
@ApplicationScoped
public class FileExchange implements PayerAdapter {

    private final PartnerFolders folders;

    FileExchange(PartnerFolders folders) {
        this.folders = folders;
    }

    @Override
    public AdapterKind kind() {
        return AdapterKind.FILE;
    }

    @Override
    public Delivered deliver(PreparedFile file) throws IOException {
        var outbox = folders.outbox(file.folder());
        // In this order: a file moves from the outbox to what is taken, never back, so it cannot slip past both looks.
        for (var place : new Path[] {outbox, folders.taken(outbox)}) {
            var there = place.resolve(file.name());
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                requireSame(there, file.bytes());
                return Delivered.BEFORE;
            }
        }
        var hidden = outbox.resolve("." + file.name() + ".tmp");
        write(hidden, file.bytes());
        CrashPoint.reached("before-rename");
        var _ = Files.move(hidden, outbox.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        force(outbox);
        CrashPoint.reached("after-rename");
        return Delivered.NOW;
    }

    /** A file of that name with other bytes is none of this database's: to go on would lose claims or send them twice. */
    private static void requireSame(Path there, byte[] bytes) throws IOException {
        if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                || !Arrays.equals(Files.readAllBytes(there), bytes)) {
            throw new IOException("another file lies under the name of a prepared one");
        }
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                var _ = channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes the new name itself survive a loss of power. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
