package io.openrcm.security.sealing;

/**
 * Seals what a column holds, for one row of one column: in another row, or in another column, it does not open.
 *
 * <p>Rows from before the seals are plain. A migration tells them apart by {@link #isSealed} and seals them, once; from then on plain content
 * is refused, because it can only have been written by someone without the key. Let the table hold this too: {@code check (get_byte(column,
 * 0) = 1)}.
 */
public final class FieldSealer {

    /** Nothing sealed is shorter. */
    public static final int SHORTEST_BYTES = Seal.OVERHEAD;

    private static final String PURPOSE = "openrcm.field";

    private final Seal seal;

    public FieldSealer(KeyRing keys) {
        seal = new Seal(keys, KeyRing.Keys::fields, PURPOSE);
    }

    /** At most 45 bytes longer than the plain content, most texts of some length shorter, and different each time. */
    public byte[] seal(Field field, String rowId, byte[] plain) {
        return seal.seal(plain, field.table(), field.column(), rowId);
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws Unsealable if it is not sealed, sealed for another place, altered, or its key is gone
     */
    public byte[] open(Field field, String rowId, byte[] sealed) {
        return seal.open(sealed, () -> field + " of row " + rowId, field.table(), field.column(), rowId);
    }

    /** Told by its form alone: the first byte is 01, which begins no text and no JSON, and it is long enough. */
    public static boolean isSealed(byte[] content) {
        return Seal.isSealed(content);
    }

    /** Whether to open and seal it anew: its key is not the primary one, or it is plain content, which only a migration may take over. */
    public boolean needsResealing(byte[] content) {
        return seal.needsResealing(content);
    }

    /** The first five bytes of whatever is sealed under the present primary key. */
    public byte[] beginning() {
        return seal.beginning();
    }
}
