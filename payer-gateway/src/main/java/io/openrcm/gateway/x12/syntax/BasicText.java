package io.openrcm.gateway.x12.syntax;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The basic character set of X12 (upper case, digits, space and a few marks), less the delimiters that we write with.
 * Every text is folded into it: accents fall off, lower case rises, and whatever else is left becomes a space, so that
 * nothing in a text can be taken for a delimiter.
 */
public final class BasicText {

    /** For each ASCII character what is written for it. */
    private static final byte[] FOLDED = table();

    private BasicText() {}

    private static byte[] table() {
        byte[] table = new byte[128];
        Arrays.fill(table, (byte) ' ');
        for (char c = '0'; c <= '9'; c++) {
            table[c] = (byte) c;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            table[c] = (byte) c;
            table[c + ('a' - 'A')] = (byte) c;
        }
        for (char c : "!\"&'()+,-./;?=".toCharArray()) {
            table[c] = (byte) c;
        }
        return table;
    }

    /** What is written for an ASCII character. */
    static byte folded(char ascii) {
        return FOLDED[ascii];
    }

    /** The text as it will be written, without leading and trailing spaces; may be empty. */
    public static String fold(String text) {
        String ascii = withoutAccents(text);
        StringBuilder folded = new StringBuilder(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            folded.append((char) FOLDED[ascii.charAt(i)]);
        }
        return folded.toString().strip();
    }

    /** How many characters {@link #fold} leaves. */
    public static int length(String text) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) >= 128) {
                return fold(text).length();
            }
        }
        int start = 0;
        while (start < end && FOLDED[text.charAt(start)] == ' ') {
            start++;
        }
        while (end > start && FOLDED[text.charAt(end - 1)] == ' ') {
            end--;
        }
        return end - start;
    }

    /** Whether the text is written exactly as it is, as a number must be that comes back to us. */
    public static boolean isVerbatim(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || FOLDED[c] != c) {
                return false;
            }
        }
        return isTrimmed(text);
    }

    /** Whether nothing but lower case is changed: an identifier must not lose or swap a character. */
    public static boolean isIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || (FOLDED[c] == ' ' && c != ' ')) {
                return false;
            }
        }
        return isTrimmed(text);
    }

    private static boolean isTrimmed(String text) {
        return text.isEmpty() || (text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ');
    }

    /** ASCII only: compatibility forms are taken apart, combining marks dropped, well-known letters spelled out. */
    static String withoutAccents(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder ascii = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> {
            if (c < 128) {
                ascii.append((char) c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                ascii.append(spelledOut(c));
            }
        });
        return ascii.toString();
    }

    private static String spelledOut(int c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "SS";
            case 'æ', 'Æ' -> "AE";
            case 'œ', 'Œ' -> "OE";
            case 'ø', 'Ø' -> "O";
            case 'ł', 'Ł' -> "L";
            case 'đ', 'Đ', 'ð', 'Ð' -> "D";
            case 'þ', 'Þ' -> "TH";
            case 'ħ', 'Ħ' -> "H";
            case 'ı' -> "I";
            case '‘', '’', 'ʼ', 'ʻ' -> "'";
            case '“', '”' -> "\"";
            case '‐', '‑', '‒', '–', '—' -> "-";
            default -> " ";
        };
    }
}
