package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.AMOUNT_FORM;
import static io.openrcm.simulator.complaints.ComplaintCode.AMOUNT_INVALID;
import static io.openrcm.simulator.complaints.ComplaintCode.CHARACTER_SET;
import static io.openrcm.simulator.complaints.ComplaintCode.CODE_VALUE;
import static io.openrcm.simulator.complaints.ComplaintCode.COMPONENT_IN_SIMPLE_ELEMENT;
import static io.openrcm.simulator.complaints.ComplaintCode.DATE_INVALID;
import static io.openrcm.simulator.complaints.ComplaintCode.ELEMENT_LENGTH;
import static io.openrcm.simulator.complaints.ComplaintCode.SPACE_AT_EDGE;
import static io.openrcm.simulator.complaints.ComplaintCode.TRAILING_EMPTY;

import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.Segment;
import java.util.Map;

/** What holds for the elements of any segment, wherever it stands: form, length, characters, check digits. */
public final class ElementRules {

    /** Elements that are amounts or quantities; this payer takes two decimals for either. */
    private static final Map<String, int[]> AMOUNTS = Map.ofEntries(
            Map.entry("CLM", new int[] {2}),
            Map.entry("SV1", new int[] {2, 4}),
            Map.entry("SV2", new int[] {3, 5, 7}),
            Map.entry("SVD", new int[] {2, 5}),
            Map.entry("AMT", new int[] {2}),
            Map.entry("CAS", new int[] {3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19}),
            Map.entry("CTP", new int[] {3, 4}),
            Map.entry("PS1", new int[] {2}),
            Map.entry("HCP", new int[] {2, 3}));

    /** Elements that may have components. */
    private static final Map<String, int[]> COMPOSITES = Map.ofEntries(
            Map.entry("CLM", new int[] {5, 11}),
            Map.entry("SV1", new int[] {1, 7}),
            Map.entry("SV2", new int[] {2}),
            Map.entry("SVD", new int[] {3}),
            Map.entry("HI", new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
            Map.entry("REF", new int[] {4}),
            Map.entry("CTP", new int[] {5}),
            Map.entry("DMG", new int[] {5}),
            Map.entry("SV5", new int[] {1}),
            Map.entry("PWK", new int[] {9}));

    /** Pairs of element and most characters. */
    private static final Map<String, int[]> LENGTHS = Map.of(
            "NM1", new int[] {3, 60, 4, 35, 5, 25, 7, 10, 9, 80},
            "N3", new int[] {1, 55, 2, 55},
            "N4", new int[] {1, 30, 2, 2, 3, 15},
            "REF", new int[] {2, 50},
            "CLM", new int[] {1, 38},
            "NTE", new int[] {2, 80},
            "BHT", new int[] {3, 30},
            "SBR", new int[] {3, 50, 4, 60});

    private static final int[] NONE = {};

    private ElementRules() {}

    public static void check(Segment segment, String loop, Findings findings) {
        checkForm(segment, loop, findings);
        if (segment.hasComponents() || segment.hasRepetitions()) {
            checkComponents(segment, loop, findings);
        }
        for (var element : AMOUNTS.getOrDefault(segment.id(), NONE)) {
            checkAmount(segment, loop, element, findings);
        }
        var lengths = LENGTHS.getOrDefault(segment.id(), NONE);
        for (var at = 0; at < lengths.length; at += 2) {
            if (segment.length(lengths[at]) > lengths[at + 1]) {
                findings.report(
                        ELEMENT_LENGTH, segment, loop, lengths[at], "more than " + lengths[at + 1] + " characters");
            }
        }
        switch (segment.id()) {
            case "NM1" -> checkName(segment, loop, findings);
            case "DTP" -> require(DateForm.fits(segment.element(2), segment.element(3)), segment, loop, 3, findings);
            case "DMG" -> {
                require(segment.equals(1, "D8") && DateForm.isDate(segment.element(2)), segment, loop, 2, findings);
                checkCode(segment, loop, 3, "FMU", findings);
            }
            default -> {}
        }
    }

    private static void require(boolean valid, Segment segment, String loop, int element, Findings findings) {
        if (!valid) {
            findings.report(DATE_INVALID, segment, loop, element, "does not have the form its qualifier says");
        }
    }

    private static void checkForm(Segment segment, String loop, Findings findings) {
        if (segment.size() > 0 && !segment.has(segment.size())) {
            findings.report(TRAILING_EMPTY, segment, loop, segment.size(), "the last element is empty");
        }
        if (segment.hasForeignCharacter()) {
            findings.report(CHARACTER_SET, segment, loop, 0, "a character outside the basic set");
        }
        for (var element = 1; element <= segment.size(); element++) {
            if (segment.first(element) == ' ' || segment.last(element) == ' ') {
                findings.report(SPACE_AT_EDGE, segment, loop, element, "begins or ends with a space");
            }
        }
    }

    private static void checkComponents(Segment segment, String loop, Findings findings) {
        var composites = COMPOSITES.getOrDefault(segment.id(), NONE);
        for (var element = 1; element <= segment.size(); element++) {
            if (segment.components(element) > 1 && !contains(composites, element)) {
                findings.report(
                        COMPONENT_IN_SIMPLE_ELEMENT, segment, loop, element, "a separator in an element without parts");
            }
            if (segment.last(element) == segment.delimiters().component()) {
                findings.report(TRAILING_EMPTY, segment, loop, element, "the last component is empty");
            }
        }
        if (segment.hasRepetitions() && !segment.is("DMG")) {
            findings.report(COMPONENT_IN_SIMPLE_ELEMENT, segment, loop, 0, "a repetition separator is not used here");
        }
    }

    private static void checkAmount(Segment segment, String loop, int element, Findings findings) {
        if (!segment.has(element)) {
            return;
        }
        var text = segment.element(element);
        if (Amount.cents(text) == Amount.NONE) {
            findings.report(AMOUNT_INVALID, segment, loop, element, "no number with at most two decimals");
        } else if (!Amount.isCanonical(text)) {
            findings.report(AMOUNT_FORM, segment, loop, element, "zeros at the start or the end of an amount");
        }
    }

    private static void checkName(Segment segment, String loop, Findings findings) {
        checkCode(segment, loop, 2, "12", findings);
        if (segment.equals(8, "XX") && !Npi.isValid(segment.element(9))) {
            findings.report(ComplaintCode.NPI, segment, loop, 9, "the NPI's check digit or length is wrong");
        }
        if (segment.has(8) != segment.has(9)) {
            findings.report(CODE_VALUE, segment, loop, 8, "a qualifier without its number, or a number without one");
        }
    }

    private static void checkCode(Segment segment, String loop, int element, String codes, Findings findings) {
        var value = segment.element(element);
        if (!value.isEmpty() && (value.length() != 1 || !codes.contains(value))) {
            findings.report(CODE_VALUE, segment, loop, element, "a code this element does not have");
        }
    }

    private static boolean contains(int[] numbers, int wanted) {
        for (var number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }
}
