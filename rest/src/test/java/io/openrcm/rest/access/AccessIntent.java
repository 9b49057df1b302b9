package io.openrcm.rest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** Who may call what, as {@code docs/access.yaml} says. */
final class AccessIntent {

    /** What becomes of a call about another facility's record. */
    enum Other {
        HIDDEN("404"),
        EMPTY("empty"),
        REFUSED("403"),
        NONE("none");

        private final String written;

        Other(String written) {
            this.written = written;
        }

        static Other of(Object value) {
            for (Other other : values()) {
                if (other.written.equals(String.valueOf(value))) {
                    return other;
                }
            }
            throw new IllegalArgumentException("docs/access.yaml: other is 404, empty, 403 or none, not " + value);
        }
    }

    /** One endpoint. {@code path} is a template, as {@code /claims/{number}}. */
    record Line(String method, String path, List<String> roles, Other other) {

        String endpoint() {
            return method + " " + path;
        }

        /** The path with something in the place of each parameter. */
        String filledWith(String value) {
            return path.replaceAll("\\{[^}]+}", value);
        }

        boolean matches(String calledMethod, String calledPath) {
            var pattern = Pattern.compile("^" + path.replaceAll("\\{[^}]+}", "[^/]+") + "/?$");
            return method.equals(calledMethod) && pattern.matcher(calledPath).matches();
        }
    }

    private AccessIntent() {}

    static List<Line> of(String service) {
        var lines = new ArrayList<Line>();
        for (var entry : page().getOrDefault(service, Map.of()).entrySet()) {
            var words = entry.getKey().split(" ");
            @SuppressWarnings("unchecked")
            var roles = (List<String>) entry.getValue().get("roles");
            lines.add(new Line(
                    words[0], words[1], roles, Other.of(entry.getValue().get("other"))));
        }
        return lines;
    }

    /** The line of an endpoint; of two that match, the one that says more by itself, as {@code /claims/summary}. */
    static Optional<Line> find(String service, String method, String path) {
        return of(service).stream()
                .filter(line -> line.matches(method, path))
                .max((one, other) -> Integer.compare(literal(one), literal(other)));
    }

    private static int literal(Line line) {
        return line.filledWith("").length();
    }

    private static Map<String, Map<String, Map<String, Object>>> page() {
        try (var text = Files.newBufferedReader(Path.of(System.getProperty("openrcm.root"), "docs", "access.yaml"))) {
            return new Yaml().load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
