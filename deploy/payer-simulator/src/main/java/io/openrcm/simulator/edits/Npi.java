package io.openrcm.simulator.edits;

/** National provider identifiers: ten digits, the last a Luhn check over 80840 and the first nine (45 CFR 162.406). */
final class Npi {

    /** What the prefix 80840 adds to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    private Npi() {}

    static boolean isValid(String text) {
        if (text.length() != 10) {
            return false;
        }
        var sum = PREFIX_SUM;
        for (var at = 0; at < 10; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            var counted = at % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
