package io.openrcm.security.sealing;

/** Seals the payload of an event, for that event only: under another id, aggregate or type it does not open. */
public final class EventSealer {

    private static final String PURPOSE = "openrcm.event";

    private final Seal seal;

    public EventSealer(KeyRing keys) {
        seal = new Seal(keys, KeyRing.Keys::events, PURPOSE);
    }

    /**
     * Seals a payload.
     *
     * @param wireType for instance {@code ClaimHeld.v1}
     */
    public byte[] seal(String wireType, String aggregateId, String eventId, byte[] payload) {
        return seal.seal(payload, wireType, aggregateId, eventId);
    }

    /**
     * Opens the payload of this event.
     *
     * @throws Unsealable if it is not sealed, sealed for another event, altered, or its key is gone
     */
    public byte[] open(String wireType, String aggregateId, String eventId, byte[] sealed) {
        return seal.open(sealed, () -> "the payload of " + wireType + " " + eventId, wireType, aggregateId, eventId);
    }

    /** Told by its form alone: the first byte is 01, which begins no JSON, and it is long enough. */
    public static boolean isSealed(byte[] payload) {
        return Seal.isSealed(payload);
    }

    /** Whether a kept payload is under another key than the primary one, or plain. */
    public boolean needsResealing(byte[] payload) {
        return seal.needsResealing(payload);
    }
}
