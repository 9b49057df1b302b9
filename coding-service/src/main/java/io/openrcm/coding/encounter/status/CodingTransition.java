package io.openrcm.coding.encounter.status;

import static io.openrcm.coding.encounter.status.CodingStatus.CODED;
import static io.openrcm.coding.encounter.status.CodingStatus.IN_CODING;
import static io.openrcm.coding.encounter.status.CodingStatus.RELEASED;
import static io.openrcm.coding.encounter.status.CodingStatus.REOPENED;
import static io.openrcm.coding.encounter.status.CodingStatus.UNCODED;
import static io.openrcm.coding.encounter.status.CodingStatus.VALIDATED;

import java.util.EnumSet;
import java.util.Set;

/** Every way in which an encounter's coding status can move. Nothing is released that was not validated. */
public enum CodingTransition {
    // spotless:off
    TAKE      (from(UNCODED, CODED, REOPENED),              IN_CODING),
    ASSIGN    (from(IN_CODING),                             IN_CODING),
    HAND_BACK (from(IN_CODING),                             UNCODED),
    COMPLETE  (from(UNCODED, IN_CODING, CODED, REOPENED),   CODED),
    VALIDATE  (from(CODED),                                 VALIDATED),
    RELEASE   (from(VALIDATED),                             RELEASED),
    /** A later version came before the first release. */
    RESTART   (from(UNCODED, IN_CODING, CODED),             UNCODED),
    /** A later version came after a release, or its coder handed it back. */
    REOPEN    (from(RELEASED, IN_CODING, CODED, REOPENED),  REOPENED);
    // spotless:on

    private final Set<CodingStatus> from;
    private final CodingStatus to;

    CodingTransition(Set<CodingStatus> from, CodingStatus to) {
        this.from = from;
        this.to = to;
    }

    private static Set<CodingStatus> from(CodingStatus first, CodingStatus... rest) {
        return EnumSet.of(first, rest);
    }

    public boolean isPossibleFrom(CodingStatus status) {
        return from.contains(status);
    }

    public CodingStatus to() {
        return to;
    }
}
