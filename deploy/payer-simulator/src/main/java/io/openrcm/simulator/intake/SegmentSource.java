package io.openrcm.simulator.intake;

import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.x12.Delimiters;
import io.openrcm.simulator.x12.Segment;
import io.openrcm.simulator.x12.SegmentScanner;
import org.jspecify.annotations.Nullable;

/** The file's segments with one of look-ahead, so that a missing trailer ends its level without eating the next one's head. */
final class SegmentSource {

    private final SegmentScanner scanner;
    private final Findings findings;
    private @Nullable Segment ahead;

    SegmentSource(byte[] bytes, Findings findings) {
        this.scanner = new SegmentScanner(bytes);
        this.findings = findings;
    }

    /** Where the next interchange begins; only between interchanges. */
    int position() {
        return scanner.position();
    }

    void use(Delimiters delimiters) {
        scanner.use(delimiters);
    }

    @Nullable
    Segment peek() {
        if (ahead == null) {
            ahead = scanner.next();
            if (ahead != null && !ahead.isTerminated()) {
                findings.report(ComplaintCode.TRUNCATED, ahead, "the file ends inside a segment");
            }
        }
        return ahead;
    }

    /** Takes what {@link #peek} showed. */
    void advance() {
        ahead = null;
    }

    boolean nextIs(String id) {
        var next = peek();
        return next != null && next.is(id);
    }
}
