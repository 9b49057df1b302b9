package io.openrcm.security.emergency;

/** An emergency access does not do what was asked of it. */
public final class EmergencyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Because {
        /** It is somebody else's. */
        NOT_YOURS,
        /** Nobody approves, refuses or reviews what they asked for themselves. */
        OWN_REQUEST,
        /** It is not approved, given back or over. */
        NOT_UNDER_WAY,
        /** It is looked at when it is over. */
        STILL_UNDER_WAY,
        /** Decided or reviewed before. */
        WRONG_STATE,
        /** There is none of that id. */
        UNKNOWN
    }

    private final Because because;

    public EmergencyRefused(Because because) {
        super(because.name());
        this.because = because;
    }

    public Because because() {
        return because;
    }
}
