package io.openrcm.gateway.x12.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.x12.syntax.Limits;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.SegmentReader;
import io.openrcm.gateway.x12.syntax.Tag;
import java.util.ArrayList;
import java.util.List;

/** A written file taken apart again with our own reader: per segment its name and its elements. */
public final class Segments {

    private Segments() {}

    public static List<List<String>> of(byte[] file) {
        List<List<String>> all = new ArrayList<>();
        SegmentReader reader = new SegmentReader(file, Limits.STANDARD);
        SegmentReader.Step step = reader.openInterchange();
        while (step == SegmentReader.Step.SEGMENT) {
            Segment segment = reader.segment();
            List<String> elements = new ArrayList<>();
            elements.add(Tag.name(segment.tag()));
            for (int element = 1; element <= segment.elements(); element++) {
                elements.add(segment.text(element));
            }
            all.add(elements);
            step = reader.next();
        }
        assertThat(step).isEqualTo(SegmentReader.Step.END);
        return all;
    }

    /** From ST to SE, as text with one segment a line. */
    public static String transaction(byte[] file) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (List<String> segment : of(file)) {
            inside |= segment.getFirst().equals("ST");
            if (inside) {
                text.append(String.join("*", segment)).append('\n');
            }
            inside &= !segment.getFirst().equals("SE");
        }
        return text.toString();
    }
}
