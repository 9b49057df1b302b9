package io.openrcm.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The log of a program, read from its end. */
final class LogFile {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final long PAUSE_MILLIS = 300;

    private LogFile() {}

    static List<String> lastLines(Path log, int lines) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            var all = read(file, from).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }

    /** Prints what is added, until interrupted. A file that became shorter was set aside: its successor is read from the start. */
    static void follow(Path log, PrintStream out) throws IOException, InterruptedException {
        long read = Files.exists(log) ? Files.size(log) : 0;
        while (true) {
            if (Files.exists(log) && Files.size(log) != read) {
                try (var file = new RandomAccessFile(log.toFile(), "r")) {
                    out.print(read(file, file.length() < read ? 0 : read));
                    read = file.getFilePointer();
                }
                out.flush();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static String read(RandomAccessFile file, long from) throws IOException {
        file.seek(from);
        var bytes = new byte[Math.toIntExact(file.length() - from)];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
