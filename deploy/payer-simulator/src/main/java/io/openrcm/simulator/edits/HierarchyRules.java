package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.HL_CHILD;
import static io.openrcm.simulator.complaints.ComplaintCode.HL_NUMBER;
import static io.openrcm.simulator.complaints.ComplaintCode.HL_PARENT;

import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.x12.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The HL tree of one transaction: HL01 runs 1, 2, 3 to the end, HL02 is the parent's number, and HL04 is 1 exactly when a child follows.
 */
public final class HierarchyRules {

    private final Findings findings;
    private int last;
    private @Nullable Level provider;
    private @Nullable Level subscriber;

    private static final class Level {
        private final int number;
        private final Segment segment;
        private boolean hasChild;

        Level(int number, Segment segment) {
            this.number = number;
            this.segment = segment;
        }
    }

    public HierarchyRules(Findings findings) {
        this.findings = findings;
    }

    public void follow(Segment hl, String loop) {
        last++;
        if (!hl.equals(1, Integer.toString(last))) {
            findings.report(HL_NUMBER, hl, loop, 1, "HL01 is not " + last);
        }
        switch (hl.element(3)) {
            case "20" -> {
                end();
                provider = new Level(last, hl);
                if (hl.has(2)) {
                    findings.report(HL_PARENT, hl, loop, 2, "the billing provider has no parent");
                }
            }
            case "22" -> {
                closeSubscriber();
                checkParent(hl, loop, provider);
                subscriber = new Level(last, hl);
            }
            default -> {
                checkParent(hl, loop, subscriber);
                if (!hl.equals(4, "0")) {
                    findings.report(HL_CHILD, hl, loop, 4, "a patient has no children: HL04 is 0");
                }
            }
        }
    }

    /** After the last HL. */
    public void end() {
        closeSubscriber();
        checkChildren(provider);
        provider = null;
    }

    private void closeSubscriber() {
        checkChildren(subscriber);
        subscriber = null;
    }

    private void checkParent(Segment hl, String loop, @Nullable Level parent) {
        if (parent == null) {
            findings.report(HL_PARENT, hl, loop, 2, "no parent is open");
            return;
        }
        parent.hasChild = true;
        if (!hl.equals(2, Integer.toString(parent.number))) {
            findings.report(HL_PARENT, hl, loop, 2, "HL02 is not the parent's number " + parent.number);
        }
    }

    private void checkChildren(@Nullable Level level) {
        if (level != null && !level.segment.equals(4, level.hasChild ? "1" : "0")) {
            findings.report(HL_CHILD, level.segment, "", 4, level.hasChild ? "a child follows" : "no child follows");
        }
    }
}
