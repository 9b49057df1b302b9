package io.openrcm.simulator.x12;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits a file into segments in one pass over its bytes, which stay where they are. */
public final class SegmentScanner {

    private static final boolean[] BASIC = basicCharacters();
    private static final int MOST_ELEMENTS = 1_000;

    private final byte[] bytes;
    private final int[] starts = new int[MOST_ELEMENTS + 2];
    private Delimiters delimiters = Delimiters.OURS;
    private int position;
    private int ordinal;

    public SegmentScanner(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Where the next segment begins, line ends after the last terminator skipped. */
    public int position() {
        while (position < bytes.length && (bytes[position] == '\r' || bytes[position] == '\n')) {
            position++;
        }
        return position;
    }

    /** Reads on with other separators, as each ISA may declare its own. */
    public void use(Delimiters declared) {
        delimiters = declared;
    }

    /** The next segment, or null at the end of the file. Elements past the thousandth are taken as one. */
    public @Nullable Segment next() {
        var at = position();
        if (at >= bytes.length) {
            return null;
        }
        var element = delimiters.element();
        var terminator = delimiters.terminator();
        var count = 0;
        var traits = 0;
        starts[count++] = at;
        while (at < bytes.length) {
            var b = bytes[at++];
            if (b == terminator) {
                break;
            }
            if (b == element) {
                if (count <= MOST_ELEMENTS) {
                    starts[count++] = at;
                }
            } else if (!BASIC[b & 0xff] || b == delimiters.component() || b == delimiters.repetition()) {
                traits |= trait(b);
            }
        }
        var terminated = bytes[at - 1] == terminator;
        starts[count++] = terminated ? at : at + 1;
        position = at;
        return new Segment(
                bytes,
                Arrays.copyOf(starts, count),
                delimiters,
                terminated ? traits : traits | Segment.UNTERMINATED,
                ++ordinal);
    }

    private int trait(byte b) {
        if (b == delimiters.component()) {
            return Segment.COMPONENTS;
        }
        return b == delimiters.repetition() ? Segment.REPETITIONS : Segment.FOREIGN_CHARACTER;
    }

    private static boolean[] basicCharacters() {
        var basic = new boolean[256];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"&'()*+,-./:;?=".chars().forEach(c -> basic[c] = true);
        return basic;
    }
}
