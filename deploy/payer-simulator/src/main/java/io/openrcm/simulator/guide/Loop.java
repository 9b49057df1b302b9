package io.openrcm.simulator.guide;

import io.openrcm.simulator.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One loop as it came: its segments, the loops inside it, and the loop it stands in. */
public final class Loop {

    private final LoopShape shape;
    private final @Nullable Loop parent;
    private final List<Segment> segments = new ArrayList<>(6);
    private final List<Loop> children = new ArrayList<>(4);
    private final int[] segmentCounts;
    private final int[] childCounts;
    private int position;

    Loop(LoopShape shape, @Nullable Loop parent, Segment opener) {
        this.shape = shape;
        this.parent = parent;
        this.segmentCounts = new int[shape.segments().size()];
        this.childCounts = new int[shape.children().size()];
        this.position = shape.opener().position();
        segments.add(opener);
        segmentCounts[0] = 1;
    }

    public String id() {
        return shape.id();
    }

    public Segment opener() {
        return segments.getFirst();
    }

    public List<Segment> segments() {
        return segments;
    }

    /** The first segment with this id; an element-less stand-in is not made: absent is absent. */
    public Optional<Segment> first(String segmentId) {
        return all(segmentId).findFirst();
    }

    public Optional<Segment> first(String segmentId, String qualifier) {
        return all(segmentId, qualifier).findFirst();
    }

    public Stream<Segment> all(String segmentId) {
        return segments.stream().filter(segment -> segment.is(segmentId));
    }

    public Stream<Segment> all(String segmentId, String qualifier) {
        return segments.stream().filter(segment -> segment.is(segmentId) && segment.equals(1, qualifier));
    }

    public Stream<Loop> children(String loopId) {
        return children.stream().filter(child -> child.id().equals(loopId));
    }

    public Optional<Loop> child(String loopId) {
        return children(loopId).findFirst();
    }

    /** The nearest enclosing loop of that id. */
    public Optional<Loop> up(String loopId) {
        for (var loop = parent; loop != null; loop = loop.parent) {
            if (loop.id().equals(loopId)) {
                return Optional.of(loop);
            }
        }
        return Optional.empty();
    }

    LoopShape shape() {
        return shape;
    }

    @Nullable
    Loop parent() {
        return parent;
    }

    int position() {
        return position;
    }

    void moveTo(int reached) {
        position = Math.max(position, reached);
    }

    int count(SegmentShape segment) {
        return segmentCounts[segment.index()];
    }

    int count(LoopShape child) {
        return childCounts[shape.children().indexOf(child)];
    }

    int add(Segment segment, SegmentShape as) {
        segments.add(segment);
        return ++segmentCounts[as.index()];
    }

    int add(Loop child) {
        children.add(child);
        return ++childCounts[shape.children().indexOf(child.shape)];
    }

    /** Lets a finished claim go, so that a transaction of thousands holds one at a time; it stays counted. */
    void release(Loop child) {
        children.remove(child);
    }

    @Override
    public String toString() {
        return id() + " with " + segments.size() + " segments";
    }
}
