package io.openrcm.simulator.x12;

/**
 * Dollars and cents as X12 writes them (type R): no thousands separator, at most two decimals, no zeros at either end, and a minus
 * sign in front. In the program every amount is a number of cents.
 */
public final class Amount {

    /** What {@link #cents} answers for a text that is no amount. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 12;

    private Amount() {}

    /** Cents of a text, canonical or not; {@link #NONE} when it is empty, has a third decimal or is no number. */
    public static long cents(String text) {
        var at = text.startsWith("-") ? 1 : 0;
        var digits = 0;
        var decimals = -1;
        var value = 0L;
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9' && digits < MOST_DIGITS && decimals < 2) {
                value = value * 10 + (c - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return NONE;
            }
        }
        if (digits == 0) {
            return NONE;
        }
        var cents = value * (decimals <= 0 ? 100 : decimals == 1 ? 10 : 1);
        return text.startsWith("-") ? -cents : cents;
    }

    /** Like {@link #cents}, with 0 for what is no amount; for sums in which the bad part was already complained about. */
    public static long centsOrZero(String text) {
        var cents = cents(text);
        return cents == NONE ? 0 : cents;
    }

    public static boolean isCanonical(String text) {
        var cents = cents(text);
        return cents != NONE && text(cents).equals(text);
    }

    /** The canonical text: {@code 12550} is {@code 125.5}, {@code 50} is {@code .5}, {@code 0} is {@code 0}. */
    public static String text(long cents) {
        if (cents == 0) {
            return "0";
        }
        var absolute = Math.abs(cents);
        var text = new StringBuilder(16);
        if (cents < 0) {
            text.append('-');
        }
        if (absolute >= 100) {
            text.append(absolute / 100);
        }
        var rest = (int) (absolute % 100);
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }
}
