package io.openrcm.gateway.x12.expressible;

import io.openrcm.gateway.x12.expressible.Expressibility.Gap;
import io.openrcm.gateway.x12.expressible.Expressibility.Rule;
import io.openrcm.gateway.x12.syntax.BasicText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one claim. */
final class Gaps {

    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2199;

    private final List<Gap> found = new ArrayList<>();

    List<Gap> found() {
        return found;
    }

    void add(String field, Rule rule) {
        found.add(new Gap(field, rule));
    }

    void addIf(boolean wrong, String field, Rule rule) {
        if (wrong) {
            add(field, rule);
        }
    }

    /** Free text that must leave something in the basic character set. */
    void text(String field, @Nullable String text, int most) {
        int length = text == null ? 0 : BasicText.length(text);
        addIf(length == 0, field, Rule.MISSING);
        addIf(length > most, field, Rule.TOO_LONG);
    }

    void optionalText(String field, @Nullable String text, int most) {
        addIf(text != null && BasicText.length(text) > most, field, Rule.TOO_LONG);
    }

    /** A number that somebody else gave: it may rise to upper case, and nothing else. */
    void identifier(String field, @Nullable String text, int most) {
        if (text == null || text.isEmpty()) {
            add(field, Rule.MISSING);
        } else {
            optionalIdentifier(field, text, most);
        }
    }

    void optionalIdentifier(String field, @Nullable String text, int most) {
        if (text != null) {
            addIf(text.length() > most, field, Rule.TOO_LONG);
            addIf(!BasicText.isIdentifier(text), field, Rule.FORMAT);
        }
    }

    /** A code of letters and digits. */
    void code(String field, @Nullable String text, int least, int most) {
        if (text == null || text.isEmpty()) {
            add(field, Rule.MISSING);
        } else {
            addIf(!isCode(text, least, most), field, Rule.FORMAT);
        }
    }

    void optionalCode(String field, @Nullable String text, int least, int most) {
        addIf(text != null && !isCode(text, least, most), field, Rule.FORMAT);
    }

    void digits(String field, @Nullable String text, int length) {
        code(field, text, length, length);
        addIf(text != null && isCode(text, length, length) && !isDigits(text), field, Rule.FORMAT);
    }

    void date(String field, LocalDate date) {
        addIf(date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR, field, Rule.FORMAT);
    }

    static boolean isCode(String text, int least, int most) {
        boolean plain =
                text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
        return plain && text.length() >= least && text.length() <= most;
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
