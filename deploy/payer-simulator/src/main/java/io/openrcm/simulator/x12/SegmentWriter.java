package io.openrcm.simulator.x12;

import java.nio.charset.StandardCharsets;

/** Writes segments with our separators, leaves out trailing empty elements, and counts what a trailer must state. */
public final class SegmentWriter {

    private final StringBuilder text = new StringBuilder(4_096);
    private int segments;

    /** An element that holds a separator gets a space in its place: X12 has no escape. */
    public void segment(String id, String... elements) {
        text.append(id);
        var size = elements.length;
        while (size > 0 && elements[size - 1].isEmpty()) {
            size--;
        }
        for (var at = 0; at < size; at++) {
            text.append('*');
            append(elements[at]);
        }
        text.append("~\n");
        segments++;
    }

    /** Adds segments that were counted by another writer, as a payment's body is before its totals are known. */
    public void append(SegmentWriter body) {
        text.append(body.text);
        segments += body.segments;
    }

    public int segments() {
        return segments;
    }

    /** Joins components; trailing empty ones are left out. */
    public static String composite(String... components) {
        var size = components.length;
        while (size > 0 && components[size - 1].isEmpty()) {
            size--;
        }
        return String.join(":", java.util.Arrays.asList(components).subList(0, size));
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(String element) {
        for (var at = 0; at < element.length(); at++) {
            var c = element.charAt(at);
            text.append(c == '*' || c == '~' || c < ' ' || c > '~' ? ' ' : c);
        }
    }
}
