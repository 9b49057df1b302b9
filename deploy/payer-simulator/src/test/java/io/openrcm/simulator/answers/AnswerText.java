package io.openrcm.simulator.answers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An answer taken apart for tests, by splitting and nothing else. */
public record AnswerText(List<List<String>> segments) {

    public static AnswerText of(byte[] bytes) {
        return new AnswerText(Arrays.stream(new String(bytes, StandardCharsets.US_ASCII).split("~\n", -1))
                .filter(it -> !it.isEmpty())
                .map(it -> List.of(it.split("\\*", -1)))
                .toList());
    }

    public List<List<String>> all(String id) {
        return segments.stream().filter(it -> it.getFirst().equals(id)).toList();
    }

    public List<String> only(String id) {
        var found = all(id);
        if (found.size() != 1) {
            throw new AssertionError(id + " comes " + found.size() + " times");
        }
        return found.getFirst();
    }

    /** Parts that begin with a segment of this id and run to the next one, or to the end. */
    public List<AnswerText> parts(String id) {
        List<AnswerText> parts = new ArrayList<>();
        List<List<String>> part = null;
        for (var segment : segments) {
            if (segment.getFirst().equals(id)) {
                part = new ArrayList<>();
                parts.add(new AnswerText(part));
            }
            if (part != null) {
                part.add(segment);
            }
        }
        return parts;
    }

    /** Everything before the first segment with this id. */
    public AnswerText before(String id) {
        return new AnswerText(
                segments.stream().takeWhile(it -> !it.getFirst().equals(id)).toList());
    }

    /** Amount of an element in cents; an absent one is nothing. */
    public static long cents(List<String> segment, int element) {
        if (segment.size() <= element || segment.get(element).isEmpty()) {
            return 0;
        }
        return new java.math.BigDecimal(segment.get(element)).movePointRight(2).longValueExact();
    }

    /** Sum of a CAS, all triplets. */
    public static long adjusted(List<String> cas) {
        var sum = 0L;
        for (var at = 3; at < cas.size(); at += 3) {
            sum += cents(cas, at);
        }
        return sum;
    }
}
