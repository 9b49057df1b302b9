package io.openrcm.security.sealing.resealing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with something plain or under an older key.
 *
 * @param key as text
 * @param sealed what is in the sealed columns
 */
record StaleRow(List<String> key, List<byte @Nullable []> sealed) {

    /** As the row is named in its seals. */
    String id() {
        return String.join("/", key);
    }
}
