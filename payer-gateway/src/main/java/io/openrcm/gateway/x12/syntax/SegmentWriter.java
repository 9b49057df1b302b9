package io.openrcm.gateway.x12.syntax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The only way to write X12. Delimiters are {@code * : ^ ~}; no text can bring one in, because every text is folded into
 * {@link BasicText}. Empty elements and components at the end of a segment or composite are left out.
 *
 * <pre>
 * writer.segment("NM1").text("IL").text("1").text(family).text(given).end();
 * writer.segment("SV1").composite().part("HC").part(code).amount(cents).text("UN").end();
 * </pre>
 */
public final class SegmentWriter {

    private static final byte ELEMENT = '*';
    private static final byte COMPONENT = ':';
    private static final byte REPETITION = '^';
    private static final byte TERMINATOR = '~';
    private static final int ROOM_FOR_NUMBER = 24;

    private final AsciiBuffer buffer;
    private int openElements;
    private int openComponents;
    private boolean inComposite;
    private int segments;

    public SegmentWriter(int expectedBytes) {
        buffer = new AsciiBuffer(expectedBytes);
    }

    /** Segments written since {@link #restartCount}. */
    public int segments() {
        return segments;
    }

    /** Counts from here, so that the next segment is number 1. */
    public void restartCount() {
        segments = 0;
    }

    public byte[] toBytes() {
        return buffer.toBytes();
    }

    /** Begins a segment; the name is one of ours, never data. */
    public SegmentWriter segment(String name) {
        buffer.room(name.length());
        buffer.putAscii(name);
        openElements = 0;
        openComponents = 0;
        inComposite = false;
        return this;
    }

    public void end() {
        buffer.room(1);
        buffer.put(TERMINATOR);
        segments++;
    }

    /** An empty element. */
    public SegmentWriter skip() {
        return skip(1);
    }

    public SegmentWriter skip(int elements) {
        openElements += elements;
        openComponents = 0;
        inComposite = false;
        return this;
    }

    /** The next element; null and what folds to nothing stay empty. */
    public SegmentWriter text(@Nullable String text) {
        return skip().put(text);
    }

    public SegmentWriter number(long number) {
        return skip().put(number);
    }

    /** Dollars and cents without superfluous zeros: {@code 125.5}, {@code 200}, {@code .5}, {@code 0}. */
    public SegmentWriter amount(long cents) {
        begin();
        buffer.putDecimal(cents, 2);
        return this;
    }

    public SegmentWriter quantity(BigDecimal quantity) {
        begin();
        if (quantity.scale() == 0) {
            buffer.putDecimal(quantity.longValueExact(), 0);
            return this;
        }
        BigDecimal plain = quantity.stripTrailingZeros();
        plain = plain.scale() < 0 ? plain.setScale(0) : plain;
        buffer.putDecimal(plain.unscaledValue().longValueExact(), plain.scale());
        return this;
    }

    /** CCYYMMDD. */
    public SegmentWriter date(LocalDate date) {
        begin();
        buffer.putDate(date);
        return this;
    }

    /** CCYYMMDD-CCYYMMDD; a single day is said twice. */
    public SegmentWriter dates(LocalDate from, LocalDate through) {
        begin();
        buffer.putDate(from);
        buffer.put((byte) '-');
        buffer.putDate(through);
        return this;
    }

    /** HHMM. */
    public SegmentWriter time(LocalDateTime at) {
        begin();
        buffer.putTime(at);
        return this;
    }

    /** CCYYMMDDHHMM. */
    public SegmentWriter dateTime(LocalDateTime at) {
        begin();
        buffer.putDate(at.toLocalDate());
        buffer.putTime(at);
        return this;
    }

    /** Begins a composite element, whose parts follow. */
    public SegmentWriter composite() {
        openElements++;
        openComponents = -1;
        inComposite = true;
        return this;
    }

    /** The next component of the composite. */
    public SegmentWriter part(@Nullable String text) {
        nextPart();
        return put(text);
    }

    public SegmentWriter part(int number) {
        nextPart();
        return put(number);
    }

    /** Empty components. */
    public SegmentWriter skipParts(int parts) {
        for (int i = 0; i < parts; i++) {
            nextPart();
        }
        return this;
    }

    public SegmentWriter part(LocalDate date) {
        nextPart();
        open();
        buffer.putDate(date);
        return this;
    }

    private void nextPart() {
        if (!inComposite) {
            throw new IllegalStateException("a component stands in a composite");
        }
        openComponents++;
    }

    /**
     * The interchange header, whose 16 elements have fixed widths (106 characters in all).
     *
     * @param controlNumber at most nine digits
     */
    public void interchangeHeader(
            String senderQualifier,
            String sender,
            String receiverQualifier,
            String receiver,
            LocalDateTime at,
            long controlNumber,
            char usage) {
        SegmentWriter header =
                segment("ISA").fixed("00", 2).fixed("", 10).fixed("00", 2).fixed("", 10);
        header = header.fixed(senderQualifier, 2)
                .fixed(sender, 15)
                .fixed(receiverQualifier, 2)
                .fixed(receiver, 15);
        header = header.yearMonthDay(at.toLocalDate())
                .time(at)
                .delimiter(REPETITION)
                .fixed("00501", 5);
        header = header.nineDigits(controlNumber).fixed("0", 1).fixed(String.valueOf(usage), 1);
        header.delimiter(COMPONENT).end();
    }

    private SegmentWriter yearMonthDay(LocalDate date) {
        begin();
        buffer.putDigits(date.getYear() % 100, 2);
        buffer.putDigits(date.getMonthValue(), 2);
        buffer.putDigits(date.getDayOfMonth(), 2);
        return this;
    }

    private SegmentWriter delimiter(byte delimiter) {
        begin();
        buffer.put(delimiter);
        return this;
    }

    private SegmentWriter fixed(String text, int width) {
        String folded = BasicText.fold(text);
        if (folded.length() > width) {
            throw new IllegalArgumentException("longer than its place in the interchange header");
        }
        begin();
        buffer.room(width);
        for (int i = 0; i < width; i++) {
            buffer.put(i < folded.length() ? (byte) folded.charAt(i) : (byte) ' ');
        }
        return this;
    }

    /** An interchange control number as header and trailer show it. */
    public SegmentWriter nineDigits(long number) {
        begin();
        buffer.putDigits(number, 9);
        return this;
    }

    private SegmentWriter put(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        char first = text.charAt(0);
        if (first < 128 && BasicText.folded(first) != ' ') {
            open();
            if (buffer.putFolded(text)) {
                return this;
            }
        }
        String folded = BasicText.fold(text);
        if (!folded.isEmpty()) {
            open();
            // Folding leaves ASCII, so that this time it is written.
            boolean _ = buffer.putFolded(folded);
        }
        return this;
    }

    private SegmentWriter put(long number) {
        open();
        buffer.putDecimal(number, 0);
        return this;
    }

    /** The next element, which will not be empty. */
    private void begin() {
        openElements++;
        openComponents = 0;
        inComposite = false;
        open();
    }

    /** Writes the separators of the empty places before a value, and makes room for a short one. */
    private void open() {
        buffer.room(openElements + Math.max(openComponents, 0) + ROOM_FOR_NUMBER);
        buffer.put(ELEMENT, openElements);
        openElements = 0;
        if (openComponents > 0) {
            buffer.put(COMPONENT, openComponents);
            openComponents = 0;
        }
    }
}
