package io.openrcm.coding.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream, each in place in one buffer: a stream of any length needs the memory of its longest line. */
final class NdjsonLines {

    private static final int FIRST_CAPACITY = 1 << 16;

    private final InputStream in;
    private final int maxLineBytes;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int filled;
    private int nextStart;
    private int start;
    private int length;
    private long number;
    private boolean isTooLong;

    NdjsonLines(InputStream in, int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    /** Moves to the next line that is not blank; false at the end. What {@link #bytes} showed before is then overwritten. */
    boolean next() throws IOException {
        while (advance()) {
            number++;
            if (isTooLong || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        start = nextStart;
        isTooLong = false;
        int scanned = start;
        while (true) {
            int lineEnd = indexOfLineFeed(scanned);
            if (lineEnd >= 0) {
                length = lineEnd - start;
                nextStart = lineEnd + 1;
                isTooLong |= length > maxLineBytes;
                return true;
            }
            scanned = filled;
            int moved = makeRoom();
            scanned -= moved;
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                length = filled - start;
                nextStart = filled;
                isTooLong |= length > maxLineBytes;
                return length > 0;
            }
            filled += read;
        }
    }

    private int indexOfLineFeed(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the unfinished line to the front; of one that is too long only the last byte is kept. Returns how far it moved. */
    private int makeRoom() {
        int moved = 0;
        if (filled - start > maxLineBytes) {
            isTooLong = true;
            start = filled - 1;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            moved = start;
            filled -= moved;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        return moved;
    }

    private boolean isBlank() {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Counted from 1; blank lines count. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return length;
    }
}
