package io.openrcm.simulator.guide;

import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.x12.Segment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the segments of one transaction into the guide's loops, in order, and complains where they do not fit. A segment belongs to the
 * innermost open loop that still has a place for it; one that fits nowhere is left aside.
 */
public final class LoopWalker {

    /** Hears of each loop and segment as it finds its place. */
    public interface Listener {

        void opened(Loop loop);

        void placed(Loop loop, Segment segment);

        /** The loop is complete; {@code next} is the segment that ended it. */
        void closed(Loop loop, Segment next);
    }

    private static final String CLAIM = "2300";

    private final Guide guide;
    private final Findings findings;
    private final Listener listener;
    private @Nullable Loop current;

    public LoopWalker(Guide guide, Findings findings, Listener listener) {
        this.guide = guide;
        this.findings = findings;
        this.listener = listener;
    }

    public void begin(Segment st) {
        current = new Loop(guide.top(), null, st);
        listener.opened(current);
        listener.placed(current, st);
        checkElements(current, st, guide.top().opener());
    }

    public void accept(Segment segment) {
        if (!place(segment, true) && !place(segment, false)) {
            var known = guide.knows(segment.id());
            findings.report(
                    known ? ComplaintCode.UNEXPECTED_SEGMENT : ComplaintCode.UNKNOWN_SEGMENT,
                    segment,
                    here().id(),
                    0,
                    "no loop has a place for this segment here");
        }
    }

    public void end(Segment se) {
        closeDownTo(null, se);
    }

    private Loop here() {
        return Objects.requireNonNull(current, "begin comes first");
    }

    /** Tries the open loops from the inside out; forward only, or, on the second try, also where the place has passed. */
    private boolean place(Segment segment, boolean forward) {
        for (var loop = current; loop != null; loop = loop.parent()) {
            for (var shape : loop.shape().segments(segment.id())) {
                if ((!forward || shape.position() >= loop.position()) && shape.matches(segment)) {
                    closeDownTo(loop, segment);
                    put(loop, segment, shape, forward);
                    return true;
                }
            }
            for (var child : loop.shape().childrenOpenedBy(segment.id())) {
                if ((!forward || child.position() >= loop.position())
                        && child.opener().matches(segment)) {
                    closeDownTo(loop, segment);
                    open(loop, segment, child, forward);
                    return true;
                }
            }
        }
        return false;
    }

    private void put(Loop loop, Segment segment, SegmentShape shape, boolean inOrder) {
        complainOfOrder(loop, segment, inOrder);
        loop.moveTo(shape.position());
        if (loop.add(segment, shape) > shape.most()) {
            findings.report(
                    ComplaintCode.TOO_MANY_SEGMENTS, segment, loop.id(), 0, shape.name() + " at most " + shape.most());
        }
        checkElements(loop, segment, shape);
        listener.placed(loop, segment);
    }

    private void open(Loop parent, Segment segment, LoopShape shape, boolean inOrder) {
        complainOfOrder(parent, segment, inOrder);
        parent.moveTo(shape.position());
        var loop = new Loop(shape, parent, segment);
        current = loop;
        listener.opened(loop);
        if (parent.add(loop) > shape.most()) {
            findings.report(
                    ComplaintCode.TOO_MANY_LOOPS, segment, shape.id(), 0, shape.id() + " at most " + shape.most());
        }
        checkElements(loop, segment, shape.opener());
        listener.placed(loop, segment);
    }

    private void complainOfOrder(Loop loop, Segment segment, boolean inOrder) {
        if (!inOrder) {
            findings.report(ComplaintCode.SEGMENT_ORDER, segment, loop.id(), 0, "comes too late in loop " + loop.id());
        }
    }

    private void checkElements(Loop loop, Segment segment, SegmentShape shape) {
        for (var element : shape.requiredElements()) {
            if (!segment.has(element)) {
                findings.report(
                        ComplaintCode.MISSING_ELEMENT, segment, loop.id(), element, "element " + element + " is empty");
            }
        }
    }

    private void closeDownTo(@Nullable Loop stay, Segment next) {
        while (current != null && current != stay) {
            var loop = current;
            checkComplete(loop, next);
            listener.closed(loop, next);
            current = loop.parent();
            if (current != null && loop.id().equals(CLAIM)) {
                current.release(loop);
            }
        }
    }

    private void checkComplete(Loop loop, Segment next) {
        for (var segment : loop.shape().segments()) {
            if (segment.required() && loop.count(segment) == 0) {
                findings.missing(
                        ComplaintCode.MISSING_SEGMENT, segment.id(), next, loop.id(), segment.name() + " is missing");
            }
        }
        for (var child : loop.shape().children()) {
            if (child.isRequired() && !isOptionalHere(loop, child) && loop.count(child) == 0) {
                findings.missing(
                        ComplaintCode.MISSING_LOOP,
                        child.opener().id(),
                        next,
                        child.id(),
                        "loop " + child.id() + " is missing");
            }
        }
    }

    /** A subscriber with dependants below needs no claim of its own. */
    private static boolean isOptionalHere(Loop loop, LoopShape child) {
        return loop.id().equals("2000B") && child.id().equals(CLAIM);
    }
}
