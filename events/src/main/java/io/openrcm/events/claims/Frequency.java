package io.openrcm.events.claims;

/** What a claim version is to the one before it; the digit is NUBC's third digit of the type of bill. */
public enum Frequency {
    ORIGINAL('1'),
    REPLACEMENT('7'),
    VOID('8');

    private final char digit;

    Frequency(char digit) {
        this.digit = digit;
    }

    public char digit() {
        return digit;
    }
}
