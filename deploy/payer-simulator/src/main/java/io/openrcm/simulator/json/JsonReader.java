package io.openrcm.simulator.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link Json} writes. */
final class JsonReader {

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    /** The one object the text holds; anything after it is an error, as half a line would be. */
    JsonObject readDocument() {
        var object = readObject();
        if (at != text.length()) {
            throw error("something after the object");
        }
        return object;
    }

    private Object readValue() {
        return switch (peek()) {
            case '{' -> readObject();
            case '[' -> readList();
            case '"' -> readText();
            case 't', 'f' -> readTruth();
            default -> readNumber();
        };
    }

    private JsonObject readObject() {
        expect('{');
        Map<String, Object> fields = new LinkedHashMap<>();
        while (peek() != '}') {
            if (!fields.isEmpty()) {
                expect(',');
            }
            var name = readText();
            expect(':');
            fields.put(name, readValue());
        }
        expect('}');
        return new JsonObject(fields);
    }

    private List<Object> readList() {
        expect('[');
        List<Object> items = new ArrayList<>();
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(readValue());
        }
        expect(']');
        return items;
    }

    private String readText() {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            var c = next();
            if (c != '\\') {
                out.append(c);
            } else if (peek() == 'u') {
                at++;
                out.append((char) Integer.parseInt(text, at, at + 4, 16));
                at += 4;
            } else {
                out.append(next());
            }
        }
        expect('"');
        return out.toString();
    }

    private Boolean readTruth() {
        var truth = text.startsWith("true", at);
        at += truth ? 4 : 5;
        return truth;
    }

    private Long readNumber() {
        var start = at;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        if (start == at) {
            throw error("no value");
        }
        return Long.valueOf(text.substring(start, at));
    }

    private char peek() {
        if (at >= text.length()) {
            throw error("the text ends early");
        }
        return text.charAt(at);
    }

    private char next() {
        var c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw error("expected " + wanted);
        }
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(what + " at character " + at);
    }
}
