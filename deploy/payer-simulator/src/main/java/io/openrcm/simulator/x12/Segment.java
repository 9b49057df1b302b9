package io.openrcm.simulator.x12;

import java.nio.charset.StandardCharsets;

/**
 * One segment, a view on the file's bytes. Elements count from 1 as in the guides; an absent one reads as the empty string, so that
 * rules need no null checks. Texts are made only when asked for.
 */
public final class Segment {

    // What a strict reader wants to know of a segment's bytes; found while splitting, at no extra cost.
    static final int COMPONENTS = 1;
    static final int REPETITIONS = 2;
    static final int FOREIGN_CHARACTER = 4;
    static final int UNTERMINATED = 8;

    private final byte[] bytes;
    private final int[] starts;
    private final Delimiters delimiters;
    private final int traits;
    private final int ordinal;
    private final String id;

    /** {@code starts[i]} is where element i begins (0 is the id); the last entry is one past the segment's end, plus one. */
    Segment(byte[] bytes, int[] starts, Delimiters delimiters, int traits, int ordinal) {
        this.bytes = bytes;
        this.starts = starts;
        this.delimiters = delimiters;
        this.traits = traits;
        this.ordinal = ordinal;
        this.id = text(starts[0], starts[1] - 1);
    }

    public String id() {
        return id;
    }

    /** Position in the file; the first segment is 1. */
    public int ordinal() {
        return ordinal;
    }

    /** Number of elements after the id, empty ones included. */
    public int size() {
        return starts.length - 2;
    }

    public boolean is(String wantedId) {
        return id.equals(wantedId);
    }

    public boolean has(int element) {
        return element <= size() && starts[element + 1] - 1 > starts[element];
    }

    public String element(int element) {
        return element > size() ? "" : text(starts[element], starts[element + 1] - 1);
    }

    public int length(int element) {
        return element > size() ? 0 : starts[element + 1] - 1 - starts[element];
    }

    /** Compares without making a text. */
    public boolean equals(int element, String wanted) {
        if (length(element) != wanted.length()) {
            return false;
        }
        for (var at = 0; at < wanted.length(); at++) {
            if (bytes[starts[element] + at] != wanted.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Component {@code component} (from 1) of an element; the empty string when absent. */
    public String component(int element, int component) {
        if (element > size()) {
            return "";
        }
        var from = starts[element];
        var end = starts[element + 1] - 1;
        for (var skipped = 1; skipped < component; skipped++) {
            while (from < end && bytes[from] != delimiters.component()) {
                from++;
            }
            if (from >= end) {
                return "";
            }
            from++;
        }
        var to = from;
        while (to < end && bytes[to] != delimiters.component()) {
            to++;
        }
        return text(from, to);
    }

    public int components(int element) {
        if (!has(element)) {
            return 0;
        }
        var count = 1;
        for (var at = starts[element]; at < starts[element + 1] - 1; at++) {
            if (bytes[at] == delimiters.component()) {
                count++;
            }
        }
        return count;
    }

    /** First byte of an element, 0 when it is empty. */
    public byte first(int element) {
        return has(element) ? bytes[starts[element]] : 0;
    }

    /** Last byte of an element, 0 when it is empty. */
    public byte last(int element) {
        return has(element) ? bytes[starts[element + 1] - 2] : 0;
    }

    public Delimiters delimiters() {
        return delimiters;
    }

    public boolean hasComponents() {
        return (traits & COMPONENTS) != 0;
    }

    public boolean hasRepetitions() {
        return (traits & REPETITIONS) != 0;
    }

    /** True when a byte lies outside the basic character set. */
    public boolean hasForeignCharacter() {
        return (traits & FOREIGN_CHARACTER) != 0;
    }

    /** False when the file ended before the terminator. */
    public boolean isTerminated() {
        return (traits & UNTERMINATED) == 0;
    }

    private String text(int from, int to) {
        return to <= from ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Names the segment and its place only: its content may be a patient's. */
    @Override
    public String toString() {
        return id + " at " + ordinal;
    }
}
