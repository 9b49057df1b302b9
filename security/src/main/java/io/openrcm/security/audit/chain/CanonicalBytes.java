package io.openrcm.security.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a row as bytes, each with its length or a mark for its absence: no two rows of the same columns are the same bytes. */
final class CanonicalBytes {

    private static final int ABSENT = -1;
    private static final byte PRESENT = 1;
    private static final int USUAL_BYTES = 512;

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL_BYTES);

    void text(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(ABSENT);
            return;
        }
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
    }

    void texts(@Nullable String @Nullable [] texts) {
        room(Integer.BYTES).putInt(texts == null ? ABSENT : texts.length);
        if (texts != null) {
            for (var text : texts) {
                text(text);
            }
        }
    }

    void number(@Nullable Long number) {
        if (number == null) {
            room(1).put((byte) 0);
        } else {
            room(1 + Long.BYTES).put(PRESENT).putLong(number);
        }
    }

    void id(@Nullable UUID id) {
        if (id == null) {
            room(1).put((byte) 0);
        } else {
            room(1 + 2 * Long.BYTES)
                    .put(PRESENT)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
        return bytes;
    }
}
