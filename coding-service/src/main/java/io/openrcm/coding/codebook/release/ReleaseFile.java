package io.openrcm.coding.codebook.release;

import io.openrcm.coding.codebook.ListedCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readers for the files in which code sets are published. Positions in comments are 1-based and inclusive. */
public final class ReleaseFile {

    private static final int HCPCS_WIDTH = 320;
    private static final int MAX_CODES = 500_000;
    private static final Pattern ORDER_LINE = Pattern.compile("[0-9]{5} [0-9A-Z]{3,7} *[01] .*");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,7}");

    private ReleaseFile() {}

    /** A line that breaks the file's format; says which one, counted from 1. */
    public static final class BrokenLine extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;

        BrokenLine(int line, String sentence) {
            super(sentence);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    private interface LineReader {
        @Nullable
        ListedCode read(String line, int number) throws BrokenLine;
    }

    /**
     * ICD-10-CM or ICD-10-PCS order file of CMS and CDC: 7-13 code, 15 billable, 17-76 short title, 78-end long title. The
     * file carries no dates.
     */
    public static List<ListedCode> readOrderFile(Iterator<String> lines) throws BrokenLine {
        return read(lines, ReleaseFile::orderLine);
    }

    /**
     * HCPCS level II fixed-width file of CMS: 1-5 code, 11 record id (3 is a code), 92-119 short title, 269-276 code added,
     * 285-292 last valid day. Notices, continuations and modifiers are passed over.
     */
    public static List<ListedCode> readHcpcsFile(Iterator<String> lines) throws BrokenLine {
        return read(lines, ReleaseFile::hcpcsLine);
    }

    /** Our own form for lists that have no public file: {@code code,validFrom,validTo,title}; dates ISO or empty. */
    public static List<ListedCode> readCsv(Iterator<String> lines) throws BrokenLine {
        return read(lines, ReleaseFile::csvLine);
    }

    private static List<ListedCode> read(Iterator<String> lines, LineReader reader) throws BrokenLine {
        List<ListedCode> codes = new ArrayList<>();
        for (int number = 1; lines.hasNext(); number++) {
            ListedCode code = reader.read(lines.next(), number);
            if (code != null) {
                codes.add(code);
            }
            if (codes.size() > MAX_CODES) {
                throw new BrokenLine(number, "a release has at most " + MAX_CODES + " codes");
            }
        }
        if (codes.isEmpty()) {
            throw new BrokenLine(1, "no code was found");
        }
        return codes;
    }

    private static @Nullable ListedCode orderLine(String line, int number) throws BrokenLine {
        if (line.isBlank()) {
            return null;
        }
        if (line.length() < 17 || !ORDER_LINE.matcher(line).matches()) {
            throw new BrokenLine(number, "expected order number, code at 7-13 and 0 or 1 at 15");
        }
        String code = line.substring(6, 13).strip();
        String title = line.substring(16, Math.min(76, line.length())).strip();
        return new ListedCode(code, line.charAt(14) == '1', null, null, title);
    }

    private static @Nullable ListedCode hcpcsLine(String line, int number) throws BrokenLine {
        boolean isCode = line.length() == HCPCS_WIDTH && line.charAt(10) == '3';
        if (!isCode) {
            return null;
        }
        LocalDate added = compactDate(line.substring(268, 276), number);
        LocalDate terminated = compactDate(line.substring(284, 292), number);
        String code = code(line.substring(0, 5), number);
        return new ListedCode(
                code, true, added, terminated, line.substring(91, 119).strip());
    }

    private static @Nullable ListedCode csvLine(String line, int number) throws BrokenLine {
        if (line.isBlank() || line.startsWith("#")) {
            return null;
        }
        String[] cells = line.split(",", 4);
        if (cells.length != 4) {
            throw new BrokenLine(number, "expected code,validFrom,validTo,title");
        }
        LocalDate from = isoDate(cells[1].strip(), number);
        return new ListedCode(
                code(cells[0].strip(), number), true, from, isoDate(cells[2].strip(), number), cells[3].strip());
    }

    private static String code(String text, int number) throws BrokenLine {
        if (!CODE.matcher(text).matches()) {
            throw new BrokenLine(number, "a code is 2 to 7 digits or capital letters, without dot");
        }
        return text;
    }

    private static @Nullable LocalDate compactDate(String text, int number) throws BrokenLine {
        return date(text.strip(), DateTimeFormatter.BASIC_ISO_DATE, number);
    }

    private static @Nullable LocalDate isoDate(String text, int number) throws BrokenLine {
        return date(text, DateTimeFormatter.ISO_LOCAL_DATE, number);
    }

    private static @Nullable LocalDate date(String text, DateTimeFormatter format, int number) throws BrokenLine {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            BrokenLine broken = new BrokenLine(number, "a date does not read as one");
            broken.addSuppressed(e);
            throw broken;
        }
    }
}
