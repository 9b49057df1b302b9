package io.openrcm.gateway.x12.syntax;

import org.jspecify.annotations.Nullable;

/** The four characters that an interchange header declares by using them; {@code repetition} is 0 where there is none. */
record Delimiters(byte element, byte component, byte repetition, byte terminator) {

    static final int HEADER_LENGTH = 106;

    /** Where the separators stand in the 106 characters of the header. */
    private static final int[] SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

    /** The delimiters of the header that begins at {@code start} and is there in full; or null if its widths are wrong. */
    static @Nullable Delimiters of(byte[] file, int start) {
        byte element = file[start + SEPARATORS[0]];
        for (int separator : SEPARATORS) {
            if (file[start + separator] != element) {
                return null;
            }
        }
        byte repetition = file[start + 82];
        // Before 5010 this place held a standards letter, U.
        return new Delimiters(
                element, file[start + 104], isWordCharacter(repetition) ? 0 : repetition, file[start + 105]);
    }

    boolean areUsable() {
        boolean distinct = element != component && element != terminator && component != terminator;
        // Some senders use one character for components and repetitions; we read nothing that repeats.
        boolean repetitionDistinct = repetition != element && repetition != terminator;
        return distinct
                && repetitionDistinct
                && !isWordCharacter(element)
                && !isWordCharacter(component)
                && !isWordCharacter(terminator);
    }

    /** A letter, a digit, a space or a byte beyond ASCII: none of them can delimit. */
    private static boolean isWordCharacter(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == ' ' || b <= 0;
    }
}
