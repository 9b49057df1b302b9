package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.Unsealable.Reason.ALTERED_OR_MOVED;
import static io.openrcm.security.sealing.Unsealable.Reason.KEY_RETIRED;
import static io.openrcm.security.sealing.Unsealable.Reason.KEY_UNKNOWN;
import static io.openrcm.security.sealing.Unsealable.Reason.NOT_SEALED;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the sealers have in common. A sealed blob is {@code 01}, four bytes of key id, twelve of salt, twelve of nonce, the ciphertext and
 * sixteen bytes of tag; the place it belongs to is authenticated with it and not in it.
 */
final class Seal {

    private static final byte VERSION = 1;
    private static final int KEY_ID_AT = 1;
    static final int OVERHEAD = 1 + 4 + 12 + 12 + 16;

    private final KeyRing ring;
    private final Function<KeyRing.Keys, Keyset> keyset;

    Seal(KeyRing ring, Function<KeyRing.Keys, Keyset> keyset) {
        this.ring = ring;
        this.keyset = keyset;
    }

    static boolean isSealed(byte[] content) {
        return content.length >= OVERHEAD && content[0] == VERSION;
    }

    byte[] seal(byte[] plain, byte[] place) {
        try {
            return keyset.apply(ring.current()).aead().encrypt(plain, place);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot seal", failed);
        }
    }

    /**
     * Opens a blob.
     *
     * @param what names the place for people
     */
    byte[] open(byte[] sealed, byte[] place, String what) {
        if (!isSealed(sealed)) {
            throw new Unsealable(what, NOT_SEALED);
        }
        int keyId = keyId(sealed);
        var keys = keyset.apply(ring.current());
        if (!keys.opens(keyId)) {
            ring.lookAgain();
            keys = keyset.apply(ring.current());
        }
        if (!keys.opens(keyId)) {
            throw new Unsealable(what, keys.enabled().containsKey(keyId) ? KEY_RETIRED : KEY_UNKNOWN, keyId);
        }
        try {
            return keys.aead().decrypt(sealed, place);
        } catch (GeneralSecurityException altered) {
            throw new Unsealable(what, ALTERED_OR_MOVED);
        }
    }

    boolean needsResealing(byte[] content) {
        return !isSealed(content)
                || keyId(content) != keyset.apply(ring.current()).primary();
    }

    byte[] beginning() {
        return ByteBuffer.allocate(KEY_ID_AT + Integer.BYTES)
                .put(VERSION)
                .putInt(keyset.apply(ring.current()).primary())
                .array();
    }

    private static int keyId(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt(KEY_ID_AT);
    }

    /** No two lists of texts have the same bytes: each text is preceded by its length. */
    static byte[] unambiguously(String... texts) {
        var bytes = new ByteArrayOutputStream(128);
        for (String text : texts) {
            var encoded = strictly(text);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(encoded.remaining())
                    .array());
            bytes.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
        }
        return bytes.toByteArray();
    }

    /** Half a surrogate pair would otherwise become a question mark, and equal to one. */
    private static ByteBuffer strictly(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("no well-formed text", broken);
        }
    }

    /**
     * The keys of one file.
     *
     * @param enabled by key id, whether it may still open
     */
    record Keyset(Aead aead, int primary, Map<Integer, Boolean> enabled) {

        boolean opens(int keyId) {
            return enabled.getOrDefault(keyId, false);
        }

        static Keyset of(KeysetHandle handle, KeysetName name) throws GeneralSecurityException {
            var enabled = new HashMap<Integer, Boolean>();
            for (int at = 0; at < handle.size(); at++) {
                var key = handle.getAt(at);
                enabled.put(key.getId(), key.getStatus() == KeyStatus.ENABLED);
            }
            return new Keyset(
                    handle.getPrimitive(name.configuration(), Aead.class),
                    handle.getPrimary().getId(),
                    Map.copyOf(enabled));
        }
    }
}
