package io.openrcm.security.audit.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes rows, each with the hash before it (SHA-256). Not for several threads. */
public final class Chain {

    private static final int HASH_BYTES = 32;

    private final MessageDigest digest;
    private final ByteBuffer id = ByteBuffer.allocate(Long.BYTES);

    public Chain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands before the first row. */
    public static byte[] beginning() {
        return new byte[HASH_BYTES];
    }

    public byte[] next(byte[] previous, CanonicalRow row) {
        digest.update(previous);
        digest.update(id.putLong(0, row.id()).array());
        return digest.digest(row.content());
    }
}
