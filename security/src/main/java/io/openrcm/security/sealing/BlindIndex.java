package io.openrcm.security.sealing;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds a sealed identifier by equality: four bytes of key id, sixteen of HMAC-SHA-256 over kind and value. Who has the index and not the
 * key learns only which rows are equal; with the key every SSN could be tried, so it never leaves the service.
 */
public final class BlindIndex {

    private static final String PURPOSE = "openrcm.index.v1";
    private static final int HASH_BYTES = 16;
    public static final int INDEX_BYTES = Integer.BYTES + HASH_BYTES;

    private final KeyRing keys;

    public BlindIndex(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * What is stored next to the sealed value: 20 bytes under the primary key.
     *
     * @throws IllegalArgumentException if nothing is left of the value without blanks and hyphens
     */
    public byte[] of(Kind kind, String value) {
        var lookup = keys.current().lookup();
        return index(lookup, lookup.getPrimaryId(), input(kind, value));
    }

    /** What may be stored for this value, one for each key that is not retired, the primary key's first. */
    public List<byte[]> candidates(Kind kind, String value) {
        var lookup = keys.current().lookup();
        var input = input(kind, value);
        var candidates = new ArrayList<byte[]>();
        candidates.add(index(lookup, lookup.getPrimaryId(), input));
        for (int keyId : prfs(lookup).keySet()) {
            if (keyId != lookup.getPrimaryId()) {
                candidates.add(index(lookup, keyId, input));
            }
        }
        return candidates;
    }

    /** Whether a stored index is under another key than the primary one. */
    public boolean needsReindexing(byte[] index) {
        return index.length != INDEX_BYTES
                || ByteBuffer.wrap(index).getInt() != keys.current().lookup().getPrimaryId();
    }

    /** Whether anything is left of the value without blanks and hyphens. */
    public static boolean canFind(String value) {
        return value.codePoints().anyMatch(BlindIndex::counts);
    }

    /** The first four bytes of every index under the present primary key. */
    public byte[] beginning() {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(keys.current().lookup().getPrimaryId())
                .array();
    }

    private static byte[] index(PrfSet lookup, int keyId, byte[] input) {
        var prf = prfs(lookup).get(keyId);
        if (prf == null) {
            throw new IllegalStateException("the primary key is not among the keys");
        }
        try {
            return ByteBuffer.allocate(INDEX_BYTES)
                    .putInt(keyId)
                    .put(prf.compute(input, HASH_BYTES))
                    .array();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot make an index", failed);
        }
    }

    private static Map<Integer, Prf> prfs(PrfSet lookup) {
        try {
            return lookup.getPrfs();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the keys for look-ups cannot be used", failed);
        }
    }

    private static byte[] input(Kind kind, String value) {
        var normal = normal(value);
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("nothing to index: " + kind);
        }
        return Seal.unambiguously(PURPOSE, kind.name(), normal);
    }

    /** As people write the same number in different ways: upper case, without blanks and hyphens of any sort. */
    private static String normal(String value) {
        var normal = new StringBuilder(value.length());
        for (int at = 0, symbol; at < value.length(); at += Character.charCount(symbol)) {
            symbol = value.codePointAt(at);
            if (counts(symbol)) {
                normal.appendCodePoint(symbol);
            }
        }
        return normal.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean counts(int symbol) {
        return !Character.isWhitespace(symbol)
                && !Character.isSpaceChar(symbol)
                && Character.getType(symbol) != Character.DASH_PUNCTUATION;
    }

    /** What is looked up by its exact value. The same number as another kind has another index. The names are part of it: do not rename. */
    public enum Kind {
        MEMBER_ID,
        SSN,
        MEDICAL_RECORD_NUMBER,
        ACCOUNT_NUMBER,
        /** Hexadecimal digits; of what makes two claims the same request. */
        CLAIM_FINGERPRINT
    }
}
