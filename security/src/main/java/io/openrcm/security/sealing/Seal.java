package io.openrcm.security.sealing;

import static io.openrcm.security.sealing.Unsealable.Reason.ALTERED_OR_MOVED;
import static io.openrcm.security.sealing.Unsealable.Reason.KEY_RETIRED;
import static io.openrcm.security.sealing.Unsealable.Reason.KEY_UNKNOWN;
import static io.openrcm.security.sealing.Unsealable.Reason.NOT_SEALED;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import io.openrcm.security.sealing.packing.Packed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the sealers have in common. A sealed blob is {@code 01}, four bytes of key id, twelve of salt, twelve of nonce, the ciphertext and
 * sixteen bytes of tag; the place it belongs to, and whether the content was {@link Packed}, are authenticated with it and not in it.
 */
final class Seal {

    private static final byte VERSION = 1;
    private static final int KEY_ID_AT = 1;
    private static final int MOST_OF_ASCII = 0x7F;
    static final int OVERHEAD = 1 + 4 + 12 + 12 + 16;

    private final KeyRing ring;
    private final Function<KeyRing.Keys, Keyset> keyset;
    private final String asItIs;
    private final String packed;

    /**
     * Seals for one purpose.
     *
     * @param purpose what is sealed for another does not open
     */
    Seal(KeyRing ring, Function<KeyRing.Keys, Keyset> keyset, String purpose) {
        this.ring = ring;
        this.keyset = keyset;
        this.asItIs = purpose + ".v1";
        this.packed = purpose + ".lz4.v1";
    }

    static boolean isSealed(byte[] content) {
        return content.length >= OVERHEAD && content[0] == VERSION;
    }

    byte[] seal(byte[] plain, String... place) {
        var content = Packed.smaller(plain);
        try {
            return keyset.apply(ring.current())
                    .aead()
                    .encrypt(content, unambiguously(content.length < plain.length ? packed : asItIs, place));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot seal", failed);
        }
    }

    /**
     * Opens a blob.
     *
     * @param what names the place for people
     */
    byte[] open(byte[] sealed, Supplier<String> what, String... place) {
        if (!isSealed(sealed)) {
            throw new Unsealable(what.get(), NOT_SEALED);
        }
        int keyId = keyId(sealed);
        var keys = keyset.apply(ring.current());
        if (!keys.opens(keyId)) {
            ring.lookAgain();
            keys = keyset.apply(ring.current());
        }
        if (!keys.opens(keyId)) {
            throw new Unsealable(what.get(), keys.enabled().containsKey(keyId) ? KEY_RETIRED : KEY_UNKNOWN, keyId);
        }
        try {
            return open(keys.aead(), sealed, place);
        } catch (GeneralSecurityException altered) {
            throw new Unsealable(what.get(), ALTERED_OR_MOVED);
        }
    }

    /** Only who can open it can tell whether it is packed: what is more likely of its length is tried first. */
    private byte[] open(Aead aead, byte[] sealed, String... place) throws GeneralSecurityException {
        boolean mayBePacked = sealed.length >= OVERHEAD + Packed.WORTHWHILE_BYTES;
        try {
            return open(aead, sealed, mayBePacked, place);
        } catch (GeneralSecurityException otherwise) {
            return open(aead, sealed, !mayBePacked, place);
        }
    }

    private byte[] open(Aead aead, byte[] sealed, boolean isPacked, String... place) throws GeneralSecurityException {
        var content = aead.decrypt(sealed, unambiguously(isPacked ? packed : asItIs, place));
        return isPacked ? Packed.unpack(content) : content;
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
    static byte[] unambiguously(String first, String... others) {
        var encoded = new byte[1 + others.length][];
        encoded[0] = strictly(first);
        int length = Integer.BYTES + encoded[0].length;
        for (int i = 0; i < others.length; i++) {
            encoded[1 + i] = strictly(others[i]);
            length += Integer.BYTES + encoded[1 + i].length;
        }
        var bytes = ByteBuffer.allocate(length);
        for (byte[] text : encoded) {
            bytes.putInt(text.length).put(text);
        }
        return bytes.array();
    }

    /** Half a surrogate pair would otherwise become a question mark, and equal to one. */
    private static byte[] strictly(String text) {
        if (isAscii(text)) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            int from = encoded.arrayOffset();
            return Arrays.copyOfRange(encoded.array(), from, from + encoded.remaining());
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("no well-formed text", broken);
        }
    }

    /** As nearly all names and ids are; then there is a faster way. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > MOST_OF_ASCII) {
                return false;
            }
        }
        return true;
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
