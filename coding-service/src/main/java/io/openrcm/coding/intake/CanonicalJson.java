package io.openrcm.coding.intake;

/** A value's JSON in our own order and form, so that equal contents are equal bytes. */
public final class CanonicalJson {

    private final byte[] bytes;

    private CanonicalJson(byte[] bytes) {
        this.bytes = bytes;
    }

    static CanonicalJson of(Object value) {
        return new CanonicalJson(EncounterJson.write(value));
    }

    public byte[] bytes() {
        return bytes;
    }
}
