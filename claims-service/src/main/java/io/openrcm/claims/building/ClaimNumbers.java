package io.openrcm.claims.building;

import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;

/**
 * Makes claim numbers: a letter, twelve characters and a check character, so that every payer returns them untruncated.
 * The alphabet has no vowels and none of 0, 1, Y: no number spells a word, reads as another, or becomes a
 * floating-point number in a spreadsheet.
 */
public final class ClaimNumbers {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int LETTERS = 20;
    private static final int LENGTH = 14;

    private ClaimNumbers() {}

    /** The claim's number, always the same for the same claim: 61 bits of its name-based id. */
    public static ClaimNumber of(ClaimId claimId) {
        long bits = claimId.value().getMostSignificantBits()
                ^ Long.rotateLeft(claimId.value().getLeastSignificantBits(), 32);
        var number = new StringBuilder(LENGTH);
        number.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, LETTERS)));
        bits = Long.divideUnsigned(bits, LETTERS);
        while (number.length() < LENGTH - 1) {
            number.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, ALPHABET.length())));
            bits = Long.divideUnsigned(bits, ALPHABET.length());
        }
        return new ClaimNumber(number.append(checkCharacter(number)).toString());
    }

    /** Whether the check character is right: any one wrong character is found, and any two neighbours swapped but one pair. */
    public static boolean isWellFormed(String number) {
        if (number.length() != LENGTH || number.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return false;
        }
        return number.charAt(LENGTH - 1) == checkCharacter(number.substring(0, LENGTH - 1));
    }

    /** Luhn's algorithm modulo the alphabet's 28 characters (ISO/IEC 7812-1, annex B, generalised). */
    private static char checkCharacter(CharSequence payload) {
        int base = ALPHABET.length();
        int factor = 2;
        int sum = 0;
        for (int i = payload.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(payload.charAt(i));
            sum += addend / base + addend % base;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }
}
