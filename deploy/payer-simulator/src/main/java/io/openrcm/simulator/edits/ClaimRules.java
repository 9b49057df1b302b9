package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.ADMISSION;
import static io.openrcm.simulator.complaints.ComplaintCode.ATTENDING_PROVIDER;
import static io.openrcm.simulator.complaints.ComplaintCode.CHARGE_SUM;
import static io.openrcm.simulator.complaints.ComplaintCode.CLAIM_INDICATOR;
import static io.openrcm.simulator.complaints.ComplaintCode.CLAIM_NUMBER_LENGTH;
import static io.openrcm.simulator.complaints.ComplaintCode.FACILITY_CODE;
import static io.openrcm.simulator.complaints.ComplaintCode.FREQUENCY;
import static io.openrcm.simulator.complaints.ComplaintCode.REPLACEMENT_REFERENCE;
import static io.openrcm.simulator.complaints.ComplaintCode.STATEMENT_DATES;

import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.Segment;
import java.util.Set;

/** Loop 2300 without its diagnoses and lines: the CLM itself, its references and dates. */
public final class ClaimRules {

    /** Longer numbers are legal, but only twenty characters come back for sure (X12 RFI 419). */
    private static final int SAFE_NUMBER = 20;

    private static final Set<String> INPATIENT_PLACES = Set.of("21", "51", "61");

    private ClaimRules() {}

    public static void check(Loop loop, boolean institutional, Findings findings) {
        var clm = loop.opener();
        if (clm.length(1) > SAFE_NUMBER) {
            findings.report(CLAIM_NUMBER_LENGTH, clm, loop.id(), 1, "more than 20 characters");
        }
        checkCharge(loop, clm, institutional, findings);
        if (institutional) {
            checkTypeOfBill(loop, clm, findings);
            checkInstitutionalDates(loop, findings);
        } else {
            checkPlaceOfService(loop, clm, findings);
        }
        checkIndicators(loop, clm, institutional, findings);
        checkReplacement(loop, clm, findings);
        loop.children(institutional ? "2310E" : "2310C")
                .forEach(facility -> PartyRules.nineDigitPostalCode(facility, findings));
    }

    private static void checkCharge(Loop loop, Segment clm, boolean institutional, Findings findings) {
        var service = institutional ? "SV2" : "SV1";
        var amount = institutional ? 3 : 2;
        var lines = loop.children("2400")
                .flatMap(line -> line.all(service))
                .mapToLong(line -> Amount.centsOrZero(line.element(amount)))
                .sum();
        var charge = Amount.centsOrZero(clm.element(2));
        if (charge != lines || charge < 0) {
            findings.report(
                    CHARGE_SUM,
                    clm,
                    loop.id(),
                    2,
                    "CLM02 is " + Amount.text(charge) + ", the lines add up to " + Amount.text(lines));
        }
    }

    /** CLM05 of a professional claim: place, B, frequency. */
    private static void checkPlaceOfService(Loop loop, Segment clm, Findings findings) {
        var place = clm.component(5, 1);
        if (place.length() != 2
                || !DateForm.isNumber(place)
                || !clm.component(5, 2).equals("B")) {
            findings.report(FACILITY_CODE, clm, loop.id(), 5, "CLM05 is not a two digit place of service with B");
        }
        if (!Set.of("1", "7", "8").contains(clm.component(5, 3))) {
            findings.report(FREQUENCY, clm, loop.id(), 5, "the frequency is not 1, 7 or 8");
        }
        if (INPATIENT_PLACES.contains(place) && loop.first("DTP", "435").isEmpty()) {
            findings.report(ADMISSION, clm, loop.id(), 0, "an inpatient visit without its admission date");
        }
        loop.all("DTP")
                .filter(dtp -> (dtp.equals(1, "435") || dtp.equals(1, "096")) && !dtp.equals(2, "D8"))
                .forEach(dtp -> findings.report(ADMISSION, dtp, loop.id(), 2, "a plain date (D8) belongs here"));
    }

    /** CLM05 of an institutional claim: digits two and three of the type of bill, A, digit four. */
    private static void checkTypeOfBill(Loop loop, Segment clm, Findings findings) {
        var type = clm.component(5, 1);
        if (type.length() != 2
                || !DateForm.isNumber(type)
                || type.startsWith("0")
                || !clm.component(5, 2).equals("A")) {
            findings.report(FACILITY_CODE, clm, loop.id(), 5, "CLM05 is not a two digit type of bill with A");
        }
        var frequency = clm.component(5, 3);
        if (frequency.length() != 1 || !"0123456789".contains(frequency)) {
            findings.report(FREQUENCY, clm, loop.id(), 5, "the frequency is no digit");
        }
        if (loop.child("2310A").isEmpty()) {
            findings.report(ATTENDING_PROVIDER, clm, "2310A", 0, "the attending provider is missing");
        }
    }

    private static void checkInstitutionalDates(Loop loop, Findings findings) {
        loop.first("DTP", "434")
                .filter(dtp -> !dtp.equals(2, "RD8"))
                .ifPresent(
                        dtp -> findings.report(STATEMENT_DATES, dtp, loop.id(), 2, "the statement is a range (RD8)"));
        loop.first("DTP", "435")
                .filter(dtp -> !dtp.equals(2, "DT") && !dtp.equals(2, "D8"))
                .ifPresent(dtp -> findings.report(ADMISSION, dtp, loop.id(), 2, "the admission is DT or D8"));
        loop.first("DTP", "096")
                .filter(dtp -> !dtp.equals(2, "TM"))
                .ifPresent(dtp -> findings.report(ADMISSION, dtp, loop.id(), 2, "the discharge hour is a time (TM)"));
        var clm = loop.opener();
        if (clm.component(5, 1).equals("11") && loop.first("DTP", "435").isEmpty()) {
            findings.report(ADMISSION, clm, loop.id(), 0, "an inpatient bill without its admission date");
        }
        loop.first("CL1")
                .filter(cl1 -> cl1.length(3) != 2 || !DateForm.isNumber(cl1.element(3)))
                .ifPresent(cl1 -> findings.report(ADMISSION, cl1, loop.id(), 3, "the patient status is two digits"));
    }

    private static void checkIndicators(Loop loop, Segment clm, boolean institutional, Findings findings) {
        if (institutional ? clm.has(6) : !"YN".contains(clm.element(6))) {
            findings.report(
                    CLAIM_INDICATOR, clm, loop.id(), 6, institutional ? "CLM06 is not used" : "CLM06 is Y or N");
        }
        require(clm, loop, 7, Set.of("A", "B", "C"), findings);
        require(clm, loop, 8, Set.of("Y", "N", "W"), findings);
        require(clm, loop, 9, Set.of("Y", "I"), findings);
        if (clm.has(10)) {
            if (institutional) {
                findings.report(CLAIM_INDICATOR, clm, loop.id(), 10, "CLM10 is not used");
            } else {
                require(clm, loop, 10, Set.of("P"), findings);
            }
        }
        if (clm.has(11) && !institutional) {
            checkAccident(loop, clm, findings);
        }
    }

    private static void checkAccident(Loop loop, Segment clm, Findings findings) {
        if (loop.first("DTP", "439").isEmpty()) {
            findings.report(CLAIM_INDICATOR, clm, loop.id(), 11, "an accident without its date (DTP*439)");
        }
        if (clm.component(11, 1).equals("AA") && clm.component(11, 4).length() != 2) {
            findings.report(CLAIM_INDICATOR, clm, loop.id(), 11, "an automobile accident without its state");
        }
    }

    private static void require(Segment clm, Loop loop, int element, Set<String> codes, Findings findings) {
        if (clm.has(element) && !codes.contains(clm.element(element))) {
            findings.report(
                    CLAIM_INDICATOR,
                    clm,
                    loop.id(),
                    element,
                    "CLM" + (element < 10 ? "0" : "") + element + " has another code");
        }
    }

    /** The payer's claim number goes with frequency 7 and 8 and with no other (X12 RFI 1538, 2110). */
    private static void checkReplacement(Loop loop, Segment clm, Findings findings) {
        var frequency = clm.component(5, 3);
        var replaces = frequency.equals("7") || frequency.equals("8");
        var references = loop.all("REF", "F8").toList();
        if (replaces && references.isEmpty()) {
            findings.report(REPLACEMENT_REFERENCE, clm, loop.id(), 5, "REF*F8 is missing for frequency " + frequency);
        }
        if (frequency.equals("1") && !references.isEmpty()) {
            findings.report(REPLACEMENT_REFERENCE, references.getFirst(), loop.id(), 1, "REF*F8 on an original claim");
        }
        var seen = new java.util.HashSet<String>();
        loop.all("REF")
                .filter(ref -> !seen.add(ref.element(1)))
                .forEach(ref ->
                        findings.report(ComplaintCode.TOO_MANY_SEGMENTS, ref, loop.id(), 1, "this reference twice"));
    }
}
