package io.openrcm.simulator.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A loop of an implementation guide: its segments in order and the loops inside it. The first segment opens it. */
final class LoopShape {

    private final String id;
    private final int position;
    private final boolean required;
    private final int most;
    private final List<SegmentShape> segments = new ArrayList<>();
    private final Map<String, List<SegmentShape>> segmentsById = new HashMap<>();
    private final List<LoopShape> children = new ArrayList<>();
    private final Map<String, List<LoopShape>> childrenByOpener = new HashMap<>();

    LoopShape(String id, int position, boolean required, int most) {
        this.id = id;
        this.position = position;
        this.required = required;
        this.most = most;
    }

    String id() {
        return id;
    }

    int position() {
        return position;
    }

    boolean isRequired() {
        return required;
    }

    int most() {
        return most;
    }

    SegmentShape opener() {
        return segments.getFirst();
    }

    List<SegmentShape> segments() {
        return segments;
    }

    List<LoopShape> children() {
        return children;
    }

    List<SegmentShape> segments(String segmentId) {
        return segmentsById.getOrDefault(segmentId, List.of());
    }

    List<LoopShape> childrenOpenedBy(String segmentId) {
        return childrenByOpener.getOrDefault(segmentId, List.of());
    }

    void add(SegmentShape segment) {
        segments.add(segment);
        // The opener opens a new loop when it comes again; inside the loop it has no place.
        if (segments.size() > 1) {
            segmentsById.computeIfAbsent(segment.id(), _ -> new ArrayList<>()).add(segment);
        }
    }

    void add(LoopShape child) {
        children.add(child);
        childrenByOpener
                .computeIfAbsent(child.opener().id(), _ -> new ArrayList<>())
                .add(child);
    }
}
