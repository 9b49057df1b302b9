package io.openrcm.simulator.edits;

/** Dates as text: {@code CCYYMMDD}, ranges of two with a hyphen, and with a time behind. */
public final class DateForm {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateForm() {}

    public static boolean isDate(String text) {
        if (text.length() != 8 || !isNumber(text)) {
            return false;
        }
        var year = number(text, 0, 4);
        var month = number(text, 4, 6);
        var day = number(text, 6, 8);
        if (year < 1800 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        return month != 2 || day != 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    }

    /** Both dates valid and the first not after the second. */
    public static boolean isRange(String text) {
        return text.length() == 17
                && text.charAt(8) == '-'
                && isDate(text.substring(0, 8))
                && isDate(text.substring(9))
                && text.substring(0, 8).compareTo(text.substring(9)) <= 0;
    }

    /** {@code HHMM}, optionally with seconds and hundredths. */
    public static boolean isTime(String text) {
        if ((text.length() != 4 && text.length() != 6 && text.length() != 8) || !isNumber(text)) {
            return false;
        }
        return number(text, 0, 2) < 24 && number(text, 2, 4) < 60 && (text.length() == 4 || number(text, 4, 6) < 60);
    }

    /** Whether a DTP03 has the form its DTP02 says. */
    public static boolean fits(String format, String value) {
        return switch (format) {
            case "D8" -> isDate(value);
            case "RD8" -> isRange(value);
            case "DT" -> value.length() == 12 && isDate(value.substring(0, 8)) && isTime(value.substring(8));
            case "TM" -> value.length() == 4 && isTime(value);
            default -> false;
        };
    }

    public static boolean isNumber(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
