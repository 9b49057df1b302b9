package io.openrcm.gateway.x12.syntax;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/** Growing bytes, and how numbers and dates look in X12. The caller makes {@link #room} first. */
final class AsciiBuffer {

    private byte[] bytes;
    private int size;

    AsciiBuffer(int expectedBytes) {
        bytes = new byte[Math.max(expectedBytes, 1024)];
    }

    void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + (bytes.length >> 1)));
        }
    }

    void put(byte b) {
        bytes[size++] = b;
    }

    /** Some of the same. */
    void put(byte b, int times) {
        int at = size;
        for (int i = 0; i < times; i++) {
            bytes[at++] = b;
        }
        size = at;
    }

    /** A name or code of ours, as it is. */
    void putAscii(String ascii) {
        int at = size;
        for (int i = 0; i < ascii.length(); i++) {
            bytes[at++] = BasicText.folded(ascii.charAt(i));
        }
        size = at;
    }

    /**
     * A text that does not begin with a space, in the basic character set and without the spaces at its end.
     *
     * @return false, and nothing is written, if it is not ASCII
     */
    boolean putFolded(String text) {
        int length = text.length();
        room(length);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return false;
            }
            target[at++] = BasicText.folded(c);
        }
        while (target[at - 1] == ' ') {
            at--;
        }
        size = at;
        return true;
    }

    /** A decimal without superfluous zeros; nothing before the point if it is below one. */
    void putDecimal(long unscaled, int scale) {
        long rest = Math.absExact(unscaled);
        if (unscaled < 0) {
            put((byte) '-');
        }
        long one = 1;
        for (int i = 0; i < scale; i++) {
            one *= 10;
        }
        long whole = rest / one;
        rest %= one;
        if (whole > 0 || rest == 0) {
            putDigits(whole, width(whole));
        }
        if (rest > 0) {
            put((byte) '.');
            putDigits(rest, scale);
            while (bytes[size - 1] == '0') {
                size--;
            }
        }
    }

    private static int width(long number) {
        int width = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            width++;
        }
        return width;
    }

    void putDate(LocalDate date) {
        putDigits(date.getYear(), 4);
        putDigits(date.getMonthValue(), 2);
        putDigits(date.getDayOfMonth(), 2);
    }

    void putTime(LocalDateTime at) {
        putDigits(at.getHour(), 2);
        putDigits(at.getMinute(), 2);
    }

    void putDigits(long number, int width) {
        if (number < 0) {
            throw new IllegalArgumentException("a date or number before zero cannot be written");
        }
        long rest = number;
        for (int i = size + width - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
