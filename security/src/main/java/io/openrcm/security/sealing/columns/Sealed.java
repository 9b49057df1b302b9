package io.openrcm.security.sealing.columns;

import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.Unsealable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Content of one column of one row: plain in memory only, sealed when it is written, opened when it is asked for. Another content is another
 * object, which is how Hibernate tells that it has changed; map it with {@code @Type(SealedType.class)}.
 */
public final class Sealed {

    private @Nullable Place place;
    private byte @Nullable [] plain;
    private byte @Nullable [] sealed;
    private final @Nullable FieldSealer sealer;

    private record Place(Field field, String rowId) {}

    private Sealed(
            @Nullable Place place, byte @Nullable [] plain, byte @Nullable [] sealed, @Nullable FieldSealer sealer) {
        this.place = place;
        this.plain = plain;
        this.sealed = sealed;
        this.sealer = sealer;
    }

    /** New content for this place; needs no key until it is written. */
    public static Sealed of(Field field, UUID rowId, byte[] plain) {
        return of(field, rowId.toString(), plain);
    }

    /**
     * As {@link #of(Field, UUID, byte[])}.
     *
     * @param rowId the primary key; of several columns with a slash between
     */
    public static Sealed of(Field field, String rowId, byte[] plain) {
        return new Sealed(new Place(field, rowId), plain, null, null);
    }

    static Sealed read(byte[] sealed, FieldSealer sealer) {
        return new Sealed(null, null, sealed, sealer);
    }

    /**
     * The plain content.
     *
     * @throws Unsealable if it is not sealed, was sealed for another place or altered, or its key is gone
     */
    public byte[] open(Field field, UUID rowId) {
        return open(field, rowId.toString());
    }

    /** As {@link #open(Field, UUID)}. */
    public byte[] open(Field field, String rowId) {
        var asked = new Place(field, rowId);
        if (plain != null) {
            if (!asked.equals(place)) {
                throw new IllegalStateException("the content of " + place + " is asked for as that of " + asked);
            }
            return plain;
        }
        if (sealed == null || sealer == null) {
            throw new IllegalStateException("neither plain nor sealed");
        }
        plain = sealer.open(field, rowId, sealed);
        place = asked;
        return plain;
    }

    /** What is written: once sealed, the same bytes for as long as this object lives. */
    byte[] bytes(FieldSealer present) {
        if (sealed == null) {
            if (plain == null || place == null) {
                throw new IllegalStateException("neither plain nor sealed");
            }
            sealed = present.seal(place.field(), place.rowId(), plain);
        }
        return sealed;
    }

    @Override
    public String toString() {
        return "Sealed[withheld]";
    }
}
