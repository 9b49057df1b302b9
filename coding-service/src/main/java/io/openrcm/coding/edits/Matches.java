package io.openrcm.coding.edits;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comparisons that hold while something is absent: what is missing is another rule's finding. */
final class Matches {

    private Matches() {}

    static boolean isAfter(@Nullable LocalDate later, @Nullable LocalDate earlier) {
        return later != null && earlier != null && later.isAfter(earlier);
    }

    static boolean isOutside(@Nullable LocalDate date, @Nullable LocalDate from, @Nullable LocalDate through) {
        return isAfter(from, date) || isAfter(date, through);
    }

    static boolean breaks(Pattern format, @Nullable String text) {
        return text != null && !format.matcher(text).matches();
    }
}
