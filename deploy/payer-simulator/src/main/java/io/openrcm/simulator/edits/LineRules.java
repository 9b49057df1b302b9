package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.DIAGNOSIS_POINTER;
import static io.openrcm.simulator.complaints.ComplaintCode.LINE_CONTROL_NUMBER;
import static io.openrcm.simulator.complaints.ComplaintCode.LINE_INDICATOR;
import static io.openrcm.simulator.complaints.ComplaintCode.LINE_NUMBER;
import static io.openrcm.simulator.complaints.ComplaintCode.NOT_USED;
import static io.openrcm.simulator.complaints.ComplaintCode.PROCEDURE;
import static io.openrcm.simulator.complaints.ComplaintCode.REVENUE_CODE;
import static io.openrcm.simulator.complaints.ComplaintCode.SERVICE_DATE;
import static io.openrcm.simulator.complaints.ComplaintCode.UNITS;

import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.Segment;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The service lines of a claim, loop 2400. */
public final class LineRules {

    private static final int MOST_CONTROL_CHARACTERS = 30;
    private static final Pattern PROCEDURE_CODE = Pattern.compile("[0-9A-Z]{5}");
    private static final Pattern MODIFIER = Pattern.compile("[0-9A-Z]{2}");

    private LineRules() {}

    public static void check(Loop claim, boolean institutional, Findings findings) {
        var diagnoses = institutional ? 0 : DiagnosisRules.diagnoses(claim);
        var controlNumbers = new HashSet<String>();
        var expected = 0;
        for (var line : claim.children("2400").toList()) {
            expected++;
            if (!line.opener().equals(1, Integer.toString(expected))) {
                findings.report(LINE_NUMBER, line.opener(), line.id(), 1, "LX is not " + expected);
            }
            checkControlNumber(line, controlNumbers, findings);
            if (institutional) {
                line.first("SV2").ifPresent(sv2 -> checkInstitutional(sv2, line, findings));
                checkWithinStatement(claim, line, findings);
            } else {
                line.first("SV1").ifPresent(sv1 -> checkProfessional(sv1, line, claim, diagnoses, findings));
            }
        }
    }

    private static void checkControlNumber(Loop line, Set<String> seen, Findings findings) {
        var reference = line.first("REF", "6R");
        if (reference.isEmpty()) {
            findings.report(LINE_CONTROL_NUMBER, line.opener(), line.id(), 0, "REF*6R is missing");
            return;
        }
        var number = reference.get();
        if (number.length(2) > MOST_CONTROL_CHARACTERS) {
            findings.report(LINE_CONTROL_NUMBER, number, line.id(), 2, "more than 30 characters");
        }
        if (!seen.add(number.element(2))) {
            findings.report(LINE_CONTROL_NUMBER, number, line.id(), 2, "REF*6R is not unique in its claim");
        }
    }

    private static void checkProfessional(Segment sv1, Loop line, Loop claim, int diagnoses, Findings findings) {
        checkProcedure(sv1, 1, line, findings);
        if (!sv1.equals(3, "UN") && !sv1.equals(3, "MJ")) {
            findings.report(UNITS, sv1, line.id(), 3, "the unit is UN or MJ");
        }
        checkUnits(sv1, 4, line, findings);
        if (sv1.has(5) && sv1.element(5).equals(claim.opener().component(5, 1))) {
            findings.report(NOT_USED, sv1, line.id(), 5, "the place of service is the claim's: leave it out");
        }
        checkPointers(sv1, line, diagnoses, findings);
        for (var indicator : new int[] {9, 11, 12}) {
            if (sv1.has(indicator) && !sv1.equals(indicator, "Y")) {
                findings.report(LINE_INDICATOR, sv1, line.id(), indicator, "Y or absent");
            }
        }
    }

    private static void checkPointers(Segment sv1, Loop line, int diagnoses, Findings findings) {
        var count = sv1.components(7);
        if (count > 4) {
            findings.report(DIAGNOSIS_POINTER, sv1, line.id(), 7, "more than four pointers");
        }
        var seen = new HashSet<String>();
        for (var at = 1; at <= count; at++) {
            var pointer = sv1.component(7, at);
            var isNumber = pointer.length() <= 2 && DateForm.isNumber(pointer) && !pointer.startsWith("0");
            if (!isNumber || Integer.parseInt(pointer) > diagnoses) {
                findings.report(DIAGNOSIS_POINTER, sv1, line.id(), 7, "points to no diagnosis of the claim");
            } else if (!seen.add(pointer)) {
                findings.report(DIAGNOSIS_POINTER, sv1, line.id(), 7, "points twice to one diagnosis");
            }
        }
    }

    private static void checkInstitutional(Segment sv2, Loop line, Findings findings) {
        if (sv2.length(1) != 4 || !DateForm.isNumber(sv2.element(1))) {
            findings.report(REVENUE_CODE, sv2, line.id(), 1, "a revenue code is four digits");
        }
        if (sv2.has(2)) {
            checkProcedure(sv2, 2, line, findings);
        }
        if (!sv2.equals(4, "UN") && !sv2.equals(4, "DA")) {
            findings.report(UNITS, sv2, line.id(), 4, "the unit is UN or DA");
        }
        checkUnits(sv2, 5, line, findings);
        if (sv2.has(6)) {
            findings.report(NOT_USED, sv2, line.id(), 6, "the unit rate is not used");
        }
    }

    private static void checkProcedure(Segment service, int element, Loop line, Findings findings) {
        var kind = service.component(element, 1);
        var code = service.component(element, 2);
        var valid = switch (kind) {
            case "HC" -> PROCEDURE_CODE.matcher(code).matches();
            case "HP", "ER", "IV", "WK" -> !code.isEmpty();
            default -> false;
        };
        if (!valid) {
            findings.report(PROCEDURE, service, line.id(), element, "not HC and a five character code");
        }
        for (var modifier = 3; modifier <= 6; modifier++) {
            var text = service.component(element, modifier);
            if (!text.isEmpty() && !MODIFIER.matcher(text).matches()) {
                findings.report(PROCEDURE, service, line.id(), element, "a modifier is two characters");
            }
        }
    }

    private static void checkUnits(Segment service, int element, Loop line, Findings findings) {
        if (Amount.centsOrZero(service.element(element)) <= 0) {
            findings.report(UNITS, service, line.id(), element, "no units");
        }
        if (Amount.centsOrZero(service.element(element - 2)) < 0) {
            findings.report(UNITS, service, line.id(), element - 2, "a negative charge");
        }
    }

    private static void checkWithinStatement(Loop claim, Loop line, Findings findings) {
        var statement = claim.first("DTP", "434").map(dtp -> dtp.element(3)).orElse("");
        if (!DateForm.isRange(statement)) {
            return;
        }
        line.first("DTP", "472")
                .filter(dtp -> dtp.length(3) >= 8)
                .filter(dtp -> {
                    var day = dtp.element(3).substring(0, 8);
                    return day.compareTo(statement.substring(0, 8)) < 0 || day.compareTo(statement.substring(9)) > 0;
                })
                .ifPresent(dtp -> findings.report(SERVICE_DATE, dtp, line.id(), 3, "outside the statement's dates"));
    }
}
