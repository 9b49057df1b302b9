package io.openrcm.coding.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A value's JSON in our own order and form, so that equal contents are equal bytes. */
public final class CanonicalJson {

    private final byte[] bytes;
    private final byte[] hash;

    private CanonicalJson(byte[] bytes) {
        this.bytes = bytes;
        this.hash = sha256(bytes);
    }

    static CanonicalJson of(Object value) {
        return new CanonicalJson(EncounterJson.write(value));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    /** SHA-256. */
    public byte[] hash() {
        return hash;
    }
}
