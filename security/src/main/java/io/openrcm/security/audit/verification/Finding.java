package io.openrcm.security.audit.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param fromPlace in the chain; with {@code throughPlace} the smallest range in which it certainly lies; 0 and 0: it has no place
 * @param recordId of the row, where it is about one
 */
public record Finding(
        Kind kind,
        long fromPlace,
        long throughPlace,
        @Nullable Long recordId) {

    /** What is wrong. */
    public enum Kind {
        ROW_CHANGED("what the row says is not what was sealed"),
        ROW_MISSING("the row that was sealed is gone"),
        ROW_UNSEALED("the row has no seal"),
        PLACES_SWAPPED("the row says what was sealed for another, and that one what was sealed for this"),
        SEAL_CHANGED("the row is as it was sealed, its seal is not"),
        SEAL_MISSING("the seal is gone; the last place of the range cannot be checked without it"),
        CHECKPOINT_CHANGED("the checkpoint is not what was signed"),
        CHECKPOINT_MISSING("no checkpoint vouches for these places"),
        HISTORY_REWRITTEN("rows and seals agree with each other, and not with what was signed"),
        TAIL_TRUNCATED("the rows and seals of these places are gone"),
        PUBLISHED_CHANGED("a line of the published checkpoints is not what was signed");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    static Finding of(Kind kind, SealedRow at) {
        return new Finding(kind, at.place(), at.place(), at.recordId());
    }

    static Finding at(Kind kind, long fromPlace, long throughPlace) {
        return new Finding(kind, fromPlace, throughPlace, null);
    }

    public boolean covers(long place) {
        return fromPlace <= place && place <= throughPlace;
    }

    @Override
    public String toString() {
        var where = fromPlace == 0 && throughPlace == 0
                ? ""
                : fromPlace == throughPlace ? " place " + fromPlace : " places " + fromPlace + " to " + throughPlace;
        return kind + where + (recordId == null ? "" : " record " + recordId) + ": " + kind.sentence;
    }
}
