package io.openrcm.security.sealing.resealing;

import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.FieldSealer;
import java.util.HexFormat;

/**
 * Which rows are to be sealed anew: those that do not begin as they should.
 *
 * @param name as it is noted when there are none any more
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Staleness(String name, byte[] beginningOfSeals, byte[] beginningOfIndexes) {

    private static final byte[] ANY_SEAL = {1};
    private static final byte[] ANY_INDEX = {};

    /** Whatever is sealed is well, under which key ever. */
    static Staleness plain() {
        return new Staleness("any key", ANY_SEAL, ANY_INDEX);
    }

    /** Only what is under the primary keys is well. */
    static Staleness olderThan(FieldSealer sealer, BlindIndex index) {
        var seals = sealer.beginning();
        var indexes = index.beginning();
        var hex = HexFormat.of();
        return new Staleness(
                "fields " + hex.formatHex(seals, 1, seals.length) + ", lookup " + hex.formatHex(indexes),
                seals,
                indexes);
    }
}
