package io.openrcm.simulator.json;

import java.util.Map;

/** Writes maps, iterables, texts, whole numbers and truth values as JSON; the simulator needs no more, and no library. */
public final class Json {

    private Json() {}

    public static String write(Object value) {
        var out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case String text -> quote(out, text);
            case Number number -> out.append(number.longValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case Enum<?> name -> quote(out, name.name());
            case Map<?, ?> map -> appendMap(out, map);
            case Iterable<?> items -> appendItems(out, items);
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        var separator = "{";
        for (var entry : map.entrySet()) {
            out.append(separator);
            quote(out, String.valueOf(entry.getKey()));
            out.append(':');
            append(out, entry.getValue());
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void appendItems(StringBuilder out, Iterable<?> items) {
        out.append('[');
        var first = true;
        for (var item : items) {
            if (!first) {
                out.append(',');
            }
            append(out, item);
            first = false;
        }
        out.append(']');
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
