package io.openrcm.simulator.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The append-only file behind the ledger: one record a line, on disk before anything that follows from it is shown to the world. */
public final class Journal implements AutoCloseable {

    private static final String NAME = "ledger.ndjson";

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the journal, hands every record in it to the reader, and cuts off half a line that a crash may have left at the end.
     *
     * @throws IllegalArgumentException when a whole line is no record: then the file is damaged, and guessing on would lose money
     */
    public static Journal open(Path folder, Consumer<JournalRecord> reader) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(NAME);
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("another payer simulator works with " + path);
            }
            channel.truncate(replay(path, reader));
            channel.position(channel.size());
            return new Journal(channel);
        } catch (IOException | RuntimeException fault) {
            channel.close();
            throw fault;
        }
    }

    /** Appends one record; it has survived a power cut when this returns. */
    public void append(JournalRecord event) throws IOException {
        var line = ByteBuffer.wrap((JournalCodec.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            var _ = channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static long replay(Path path, Consumer<JournalRecord> reader) throws IOException {
        var good = 0L;
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            for (var b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    reader.accept(JournalCodec.read(line.toString(StandardCharsets.UTF_8)));
                    good += line.size() + 1L;
                    line.reset();
                } else {
                    line.write(b);
                }
            }
        }
        return good;
    }
}
