package io.openrcm.security.audit.publication;

import io.openrcm.security.audit.chain.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Checkpoints as a file that only grows, one line each, for storage that cannot be rewritten. */
public final class CheckpointFile implements CheckpointPublisher {

    private final Path file;

    CheckpointFile(Path folder, String service) {
        file = in(folder, service);
    }

    /** A service has one of its own. */
    public static Path in(Path folder, String service) {
        return folder.resolve(service + ".checkpoints");
    }

    @Override
    public void publish(Checkpoint checkpoint) throws IOException {
        var line = (isTorn() ? "\n" : "") + checkpoint.toLine() + "\n";
        var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                var _ = channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A process or the machine stopped within the last line. */
    private boolean isTorn() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            var last = ByteBuffer.allocate(1);
            return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
        }
    }
}
