package io.openrcm.gateway.x12.syntax;

/** Ends the reading of one transaction set; carries no stack and no content. */
public final class UnreadableSegment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ValueFault fault;

    public UnreadableSegment(ValueFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public ValueFault fault() {
        return fault;
    }
}
