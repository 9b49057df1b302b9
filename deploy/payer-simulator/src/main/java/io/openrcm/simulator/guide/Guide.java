package io.openrcm.simulator.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The structure of one implementation guide, read from a table beside this class; the table's first lines explain its notation. */
public final class Guide {

    public static final Guide PROFESSIONAL = load("005010X222A1");
    public static final Guide INSTITUTIONAL = load("005010X223A2");

    private static final String TOP = "ST";

    private final String id;
    private final LoopShape top;
    private final Set<String> segmentIds = new HashSet<>();

    private Guide(String id, List<String> lines) {
        this.id = id;
        Map<String, LoopShape> loops = new LinkedHashMap<>();
        Map<String, List<String>> parents = new HashMap<>();
        LoopShape loop = null;
        for (var line : lines) {
            var words = line.split(" ", -1);
            if (words[0].equals("loop")) {
                loop = new LoopShape(words[1], number(words[3]), words[4].equals("R"), number(words[5]));
                loops.put(words[1], loop);
                parents.put(words[1], Arrays.asList(words[2].split(",", -1)));
            } else if (!words[0].startsWith("#")) {
                var segment =
                        segment(words, Objects.requireNonNull(loop).segments().size());
                loop.add(segment);
                segmentIds.add(segment.id());
            }
        }
        loops.values()
                .forEach(child -> parents.getOrDefault(child.id(), List.of()).stream()
                        .filter(loops::containsKey)
                        .forEach(parent ->
                                Objects.requireNonNull(loops.get(parent)).add(child)));
        this.top = Objects.requireNonNull(loops.get(TOP));
    }

    /** The guide for a version id such as {@code 005010X222A1}; the professional one stands in for ids we do not serve. */
    public static Guide named(String id) {
        return id.equals(INSTITUTIONAL.id) ? INSTITUTIONAL : PROFESSIONAL;
    }

    public static boolean isServed(String id) {
        return id.equals(PROFESSIONAL.id) || id.equals(INSTITUTIONAL.id);
    }

    public String id() {
        return id;
    }

    public boolean isInstitutional() {
        return this == INSTITUTIONAL;
    }

    LoopShape top() {
        return top;
    }

    boolean knows(String segmentId) {
        return segmentIds.contains(segmentId);
    }

    private static SegmentShape segment(String[] words, int index) {
        var bracket = words[0].indexOf('[');
        var equals = words[0].indexOf('=');
        var qualified = bracket > 0;
        return new SegmentShape(
                qualified ? words[0].substring(0, bracket) : words[0],
                qualified ? number(words[0].substring(bracket + 1, equals)) : 0,
                qualified
                        ? Set.of(words[0].substring(equals + 1, words[0].length() - 1)
                                .split("\\|", -1))
                        : Set.of(),
                number(words[1]),
                words[2].equals("R"),
                number(words[3]),
                words[4].equals("-")
                        ? List.of()
                        : Arrays.stream(words[4].split(",", -1))
                                .map(Integer::valueOf)
                                .toList(),
                index);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Guide load(String id) {
        try (var in = Objects.requireNonNull(Guide.class.getResourceAsStream(id + ".txt"), id)) {
            return new Guide(
                    id,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
