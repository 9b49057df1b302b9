package io.openrcm.gateway.x12.syntax;

import io.openrcm.events.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One segment, as a view of the file that moves on with each step. Elements count from 1; one that is not there is
 * empty. Texts come without the spaces around them.
 *
 * <p>Methods that require a value throw {@link UnreadableSegment}.
 */
public final class Segment {

    private static final long MOST_DOLLARS = 9_999_999_999L;

    private final byte[] file;
    private final int[] starts;
    private int start;
    private int tag;
    private int elements;
    private byte component;

    Segment(byte[] file, int mostElements) {
        this.file = file;
        this.starts = new int[mostElements + 2];
    }

    void begin(int at) {
        start = at;
        tag = 0;
        elements = 0;
    }

    void element(int element, int at) {
        starts[element] = at;
    }

    void end(int name, int count, int at) {
        tag = name;
        elements = count;
        starts[count + 1] = at + 1;
    }

    void componentsEndAt(byte delimiter) {
        component = delimiter;
    }

    int start() {
        return start;
    }

    /** A constant of {@link Tag}, or another number. */
    public int tag() {
        return tag;
    }

    /** How many elements there are, trailing empty ones included. */
    public int elements() {
        return elements;
    }

    public boolean isEmpty(int element) {
        return element > elements || begin(starts[element], limit(element)) == limit(element);
    }

    /** Whether the element is exactly this code. */
    public boolean is(int element, String code) {
        if (element > elements) {
            return code.isEmpty();
        }
        int from = starts[element];
        int length = limit(element) - from;
        if (length != code.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (file[from + i] != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The element, empty if it is not there. */
    public String text(int element) {
        return element > elements ? "" : slice(starts[element], limit(element));
    }

    public @Nullable String textOrNull(int element) {
        String text = text(element);
        return text.isEmpty() ? null : text;
    }

    public String required(int element) {
        String text = text(element);
        if (text.isEmpty()) {
            throw new UnreadableSegment(ValueFault.MISSING);
        }
        return text;
    }

    /** A component of a composite element, both from 1; a simple element is its own first component. */
    public String part(int element, int part) {
        if (element > elements) {
            return "";
        }
        int limit = limit(element);
        int from = starts[element];
        for (int i = 1; i < part; i++) {
            from = componentEnd(from, limit) + 1;
            if (from > limit) {
                return "";
            }
        }
        return slice(from, componentEnd(from, limit));
    }

    public @Nullable String partOrNull(int element, int part) {
        String text = part(element, part);
        return text.isEmpty() ? null : text;
    }

    /** Dollars with at most two decimal places that are not zero, and at most ten digits before them. */
    public Money money(int element) {
        Money money = moneyOrNull(element);
        if (money == null) {
            throw new UnreadableSegment(ValueFault.MISSING);
        }
        return money;
    }

    public @Nullable Money moneyOrNull(int element) {
        return isEmpty(element) ? null : Money.ofCents(cents(element));
    }

    private long cents(int element) {
        int at = begin(starts[element], limit(element));
        int limit = end(at, limit(element));
        boolean negative = file[at] == '-';
        at += negative || file[at] == '+' ? 1 : 0;
        long dollars = 0;
        int digits = 0;
        for (; at < limit && isDigit(file[at]); at++, digits++) {
            dollars = Math.min(dollars * 10 + (file[at] - '0'), MOST_DOLLARS + 1);
        }
        int places = 0;
        long cents = 0;
        if (at < limit && file[at] == '.') {
            for (at++; at < limit && isDigit(file[at]); at++, places++) {
                boolean whole = places < 2 || file[at] == '0';
                cents = whole ? (places < 2 ? cents * 10 + (file[at] - '0') : cents) : -1;
                if (cents < 0) {
                    break;
                }
            }
        }
        if (at < limit || digits + places == 0 || dollars > MOST_DOLLARS) {
            throw new UnreadableSegment(ValueFault.AMOUNT);
        }
        long all = dollars * 100 + (places == 1 ? cents * 10 : cents);
        return negative ? -all : all;
    }

    public @Nullable BigDecimal quantityOrNull(int element) {
        String text = text(element);
        if (text.isEmpty()) {
            return null;
        }
        boolean plain = text.length() <= 18 && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)");
        if (!plain) {
            throw new UnreadableSegment(ValueFault.NUMBER);
        }
        return new BigDecimal(text);
    }

    /** A count or an ordinal of at most nine digits; null where there is none. */
    public @Nullable Integer numberOrNull(int element) {
        String text = text(element);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UnreadableSegment(ValueFault.NUMBER);
        }
        return Integer.valueOf(text);
    }

    /** CCYYMMDD, or null if there is none or it is no date. */
    public @Nullable LocalDate dateOrNull(int element) {
        if (isEmpty(element)) {
            return null;
        }
        int at = starts[element];
        if (limit(element) - at != 8) {
            return null;
        }
        int number = 0;
        for (int i = at; i < at + 8; i++) {
            if (!isDigit(file[i])) {
                return null;
            }
            number = number * 10 + (file[i] - '0');
        }
        int month = number / 100 % 100;
        int day = number % 100;
        boolean exists = number >= 19_000_000
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(number / 10_000, month, 1).lengthOfMonth();
        return exists ? LocalDate.of(number / 10_000, month, day) : null;
    }

    private int limit(int element) {
        return starts[element + 1] - 1;
    }

    private int componentEnd(int from, int limit) {
        int at = from;
        while (at < limit && file[at] != component) {
            at++;
        }
        return at;
    }

    private String slice(int from, int to) {
        int begin = begin(from, to);
        int end = end(begin, to);
        return begin == end ? "" : new String(file, begin, end - begin, StandardCharsets.UTF_8);
    }

    private int begin(int from, int to) {
        int at = from;
        while (at < to && file[at] == ' ') {
            at++;
        }
        return at;
    }

    private int end(int from, int to) {
        int at = to;
        while (at > from && file[at - 1] == ' ') {
            at--;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
