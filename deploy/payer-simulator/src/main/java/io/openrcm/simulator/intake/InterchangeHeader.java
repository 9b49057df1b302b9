package io.openrcm.simulator.intake;

import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.edits.DateForm;
import io.openrcm.simulator.x12.Delimiters;
import io.openrcm.simulator.x12.Segment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ISA: 106 characters, each element at its full width. Ids are held without their spaces.
 *
 * @param acknowledge ISA14 asks for a TA1
 * @param usage T or P
 */
public record InterchangeHeader(
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        String date,
        String time,
        String controlNumber,
        boolean acknowledge,
        String usage) {

    static final int LENGTH = 106;
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
    private static final int SEARCHED = 400;
    private static final Set<String> QUALIFIERS = Set.of("01", "14", "20", "27", "28", "29", "30", "33", "ZZ");

    /** The separators an ISA declares, found even when its widths are wrong; null when there are not sixteen elements. */
    static @Nullable Delimiters delimiters(byte[] bytes, int start) {
        if (start + LENGTH / 2 > bytes.length) {
            return null;
        }
        var separator = bytes[start + 3];
        var elements = 0;
        byte repetition = 0;
        for (var at = start + 3; at < Math.min(bytes.length - 2, start + SEARCHED); at++) {
            if (bytes[at] == separator) {
                elements++;
                if (elements == 11) {
                    repetition = bytes[at + 1];
                }
                if (elements == 16) {
                    return new Delimiters(separator, repetition, bytes[at + 1], bytes[at + 2]);
                }
            }
        }
        return null;
    }

    static InterchangeHeader read(Segment isa) {
        return new InterchangeHeader(
                isa.element(5),
                isa.element(6).strip(),
                isa.element(7),
                isa.element(8).strip(),
                isa.element(9),
                isa.element(10),
                isa.element(13),
                isa.equals(14, "1"),
                isa.element(15));
    }

    static void check(Segment isa, Findings findings) {
        for (var element = 1; element <= WIDTHS.length; element++) {
            if (isa.length(element) != WIDTHS[element - 1]) {
                findings.report(
                        ComplaintCode.ISA_LENGTH, isa, "", element, "ISA is not 106 characters: this element's width");
            }
        }
        require(Set.of("00", "03").contains(isa.element(1)), isa, 1, findings);
        require(Set.of("00", "01").contains(isa.element(3)), isa, 3, findings);
        require(QUALIFIERS.contains(isa.element(5)), isa, 5, findings);
        require(isa.has(6) && isa.first(6) != ' ', isa, 6, findings);
        require(QUALIFIERS.contains(isa.element(7)), isa, 7, findings);
        require(isa.has(8) && isa.first(8) != ' ', isa, 8, findings);
        require(DateForm.isDate("20" + isa.element(9)), isa, 9, findings);
        require(DateForm.isTime(isa.element(10)), isa, 10, findings);
        require(!Character.isLetterOrDigit(isa.first(11)) && isa.first(11) != ' ', isa, 11, findings);
        require(isa.equals(12, "00501"), isa, 12, findings);
        require(isa.length(13) == 9 && DateForm.isNumber(isa.element(13)), isa, 13, findings);
        require(isa.equals(14, "0") || isa.equals(14, "1"), isa, 14, findings);
        require(isa.equals(15, "T") || isa.equals(15, "P"), isa, 15, findings);
    }

    private static void require(boolean valid, Segment isa, int element, Findings findings) {
        if (!valid) {
            findings.report(ComplaintCode.ISA_FIELD, isa, "", element, "ISA" + element + " has no valid value");
        }
    }
}
