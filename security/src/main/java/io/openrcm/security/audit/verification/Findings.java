package io.openrcm.security.audit.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Each once, and not without end. */
final class Findings {

    static final int LISTED_AT_MOST = 10_000;

    private final Set<Finding> found = new LinkedHashSet<>();
    private boolean isComplete = true;

    void add(Finding finding) {
        if (found.size() < LISTED_AT_MOST) {
            found.add(finding);
        } else {
            isComplete = false;
        }
    }

    void replace(Finding one, Finding other) {
        if (found.remove(one)) {
            found.add(other);
        }
    }

    List<Finding> list() {
        return new ArrayList<>(found);
    }

    boolean isComplete() {
        return isComplete;
    }
}
