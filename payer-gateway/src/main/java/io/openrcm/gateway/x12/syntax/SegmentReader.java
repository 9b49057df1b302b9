package io.openrcm.gateway.x12.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a file segment by segment without copying it. Delimiters come from each interchange header; line breaks,
 * indentation and a byte order mark between segments are passed over.
 */
public final class SegmentReader {

    private static final byte DATA = 0;
    private static final byte ELEMENT = 1;
    private static final byte TERMINATOR = 2;
    private static final byte CONTROL = 3;

    private final byte[] file;
    private final Limits limits;
    private final byte[] kinds = new byte[256];
    private final Segment segment;
    private int next;
    private int ordinal;
    private @Nullable SyntaxFault fault;

    /** What a step led to. */
    public enum Step {
        SEGMENT,
        /** Nothing is left. */
        END,
        /** The file ends within a segment. */
        CUT,
        /** See {@link #fault}. */
        BROKEN
    }

    public SegmentReader(byte[] file, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.segment = new Segment(file, limits.elementsPerSegment());
    }

    /** The segment of the last step; the same object each time. */
    public Segment segment() {
        return segment;
    }

    /** Of the segment of the last step, or of what was found in its place. */
    public Position position() {
        return new Position(segment.start(), ordinal);
    }

    /** Why the last step was {@link Step#BROKEN}. */
    public SyntaxFault fault() {
        if (fault == null) {
            throw new IllegalStateException("nothing is broken");
        }
        return fault;
    }

    /** To the header of the next interchange, whose delimiters then hold. */
    public Step openInterchange() {
        skipBlank();
        int left = file.length - next;
        segment.begin(next);
        ordinal++;
        if (left == 0) {
            return Step.END;
        }
        byte[] name = {'I', 'S', 'A'};
        int there = Math.min(left, name.length);
        if (!Arrays.equals(file, next, next + there, name, 0, there)) {
            return broken(SyntaxFault.NOT_X12);
        }
        if (left < Delimiters.HEADER_LENGTH) {
            return Step.CUT;
        }
        Delimiters delimiters = Delimiters.of(file, next);
        if (delimiters == null) {
            return broken(SyntaxFault.HEADER_NOT_FIXED_WIDTH);
        }
        if (!delimiters.areUsable()) {
            return broken(SyntaxFault.DELIMITERS_UNUSABLE);
        }
        obey(delimiters);
        return read();
    }

    /** To the next segment of the interchange. */
    public Step next() {
        skipBlank();
        segment.begin(next);
        ordinal++;
        return next == file.length ? Step.END : read();
    }

    private void obey(Delimiters delimiters) {
        Arrays.fill(kinds, DATA);
        Arrays.fill(kinds, 0, ' ', CONTROL);
        kinds[delimiters.element()] = ELEMENT;
        kinds[delimiters.terminator()] = TERMINATOR;
        kinds[delimiters.component()] = DATA;
        if (delimiters.repetition() != 0) {
            kinds[delimiters.repetition()] = DATA;
        }
        segment.componentsEndAt(delimiters.component());
    }

    private Step read() {
        int end = (int) Math.min(file.length, (long) next + limits.segmentBytes());
        int at = next;
        int tag = 0;
        while (at < end && kinds[file[at] & 0xff] == DATA && at - next < 3) {
            tag = tag << 8 | file[at++];
        }
        if (at < end && (!isDelimiter(at) || !isName(next, at))) {
            return broken(SyntaxFault.SEGMENT_NAME);
        }
        int elements = 0;
        while (at < end && kinds[file[at] & 0xff] == ELEMENT) {
            if (elements == limits.elementsPerSegment()) {
                return broken(SyntaxFault.TOO_MANY_ELEMENTS);
            }
            at++;
            segment.element(++elements, at);
            while (at < end && kinds[file[at] & 0xff] == DATA) {
                at++;
            }
        }
        if (at == end) {
            return end == file.length ? Step.CUT : broken(SyntaxFault.SEGMENT_TOO_LONG);
        }
        if (kinds[file[at] & 0xff] == CONTROL) {
            return broken(SyntaxFault.CONTROL_CHARACTER);
        }
        segment.end(tag, elements, at);
        next = at + 1;
        return Step.SEGMENT;
    }

    private boolean isDelimiter(int at) {
        byte kind = kinds[file[at] & 0xff];
        return kind == ELEMENT || kind == TERMINATOR;
    }

    private boolean isName(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = file[i];
            if (!((b >= 'A' && b <= 'Z') || (i > from && b >= '0' && b <= '9'))) {
                return false;
            }
        }
        return to - from >= 2;
    }

    private Step broken(SyntaxFault reason) {
        fault = reason;
        return Step.BROKEN;
    }

    private void skipBlank() {
        while (next < file.length && isBlank(file[next])) {
            next++;
        }
        boolean marked = next == 0 && file.length >= 3;
        if (marked && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF) {
            next = 3;
            skipBlank();
        }
    }

    /** Space, tab, line breaks, and the end-of-file mark or zeros that some hosts pad with. */
    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0x1A || b == 0;
    }
}
