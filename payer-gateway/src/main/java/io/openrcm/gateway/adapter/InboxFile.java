package io.openrcm.gateway.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that a partner put into an inbox, as it was seen at one moment.
 *
 * @param changedAt with the size, tells whether it was still being written to
 */
record InboxFile(Path path, long size, FileTime changedAt) {

    private static final int MOST_NAME = 255;

    /** Null where it is none to be read: hidden, unfinished, a link, a folder, a device. */
    static @Nullable InboxFile seen(Path path) throws IOException {
        var name = path.getFileName().toString();
        if (name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part") || name.length() > MOST_NAME) {
            return null;
        }
        var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isRegularFile()
                ? new InboxFile(path, attributes.size(), attributes.lastModifiedTime())
                : null;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Never through a link, not even one that was put there a moment ago, and never more than was seen. */
    byte[] read() throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            var buffer = ByteBuffer.allocate(Math.toIntExact(size));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until all that was seen is read
            }
            var bytes = new byte[buffer.position()];
            var _ = buffer.flip().get(bytes);
            return bytes;
        }
    }
}
