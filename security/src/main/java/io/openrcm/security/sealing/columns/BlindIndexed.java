package io.openrcm.security.sealing.columns;

import io.openrcm.security.sealing.BlindIndex;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column by which sealed content is found: has the value in memory until it is written, and the keyed hash of it afterwards. Map it with
 * {@code @Type(BlindIndexedType.class)}.
 */
public final class BlindIndexed {

    private final BlindIndex.@Nullable Kind kind;
    private final @Nullable String value;
    private byte @Nullable [] index;

    private BlindIndexed(BlindIndex.@Nullable Kind kind, @Nullable String value, byte @Nullable [] index) {
        this.kind = kind;
        this.value = value;
        this.index = index;
    }

    public static BlindIndexed of(BlindIndex.Kind kind, String value) {
        return new BlindIndexed(kind, value, null);
    }

    /** What a column may hold for a value; for queries. */
    public static BlindIndexed of(byte[] index) {
        return new BlindIndexed(null, null, index);
    }

    byte[] bytes(BlindIndex present) {
        if (index == null) {
            if (kind == null || value == null) {
                throw new IllegalStateException("neither value nor index");
            }
            index = present.of(kind, value);
        }
        return index;
    }

    /** Whether a column that was read holds this. */
    public boolean holds(byte[] candidate) {
        return Arrays.equals(index, candidate);
    }

    @Override
    public String toString() {
        return "BlindIndexed[withheld]";
    }
}
