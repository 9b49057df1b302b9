package io.openrcm.security.sealing.columns;

import io.openrcm.security.sealing.BlindIndex;
import java.util.HexFormat;
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

    /** The index as lower-case hexadecimal digits, of what was read or is looked for. */
    public String toHex() {
        if (index == null) {
            throw new IllegalStateException("there is no index before it is written");
        }
        return HexFormat.of().formatHex(index);
    }

    @Override
    public String toString() {
        return "BlindIndexed[withheld]";
    }
}
