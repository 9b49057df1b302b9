package io.openrcm.gateway.submission;

/** Who speaks in an acknowledgment of claims; a later one outranks an earlier one. */
public enum Answerer {
    CLEARINGHOUSE,
    PAYER;

    boolean outranks(Answerer other) {
        return compareTo(other) > 0;
    }
}
