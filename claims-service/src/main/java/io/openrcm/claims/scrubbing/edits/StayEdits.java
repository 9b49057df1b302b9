package io.openrcm.claims.scrubbing.edits;

import static io.openrcm.claims.scrubbing.ClaimFacts.pointer;

import io.openrcm.claims.scrubbing.ClaimEdit.Report;
import io.openrcm.claims.scrubbing.ClaimFacts;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.encounter.Stay;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Edits about the stay in the hospital and the beds billed for it. */
public final class StayEdits {

    private static final Pattern ADMISSION_TYPE = Pattern.compile("[1-59]");
    private static final Pattern ADMISSION_SOURCE = Pattern.compile("[A-Z0-9]");
    private static final Pattern DISCHARGE_STATUS = Pattern.compile("\\d{2}");
    private static final String STILL_A_PATIENT = "30";

    /** Accommodation revenue codes: 0100 to 0219, all-inclusive rate to coronary care. */
    private static final Pattern BED = Pattern.compile("0(1\\d|20|21)\\d");

    private StayEdits() {}

    public static void inpatientHasItsStay(ClaimFacts facts, Report report) {
        if (!facts.isInpatient()) {
            return;
        }
        var stay = facts.content().stay();
        if (stay == null) {
            report.at("/stay", "an inpatient claim tells of admission and discharge");
            return;
        }
        if (!ADMISSION_TYPE.matcher(stay.admissionType()).matches()) {
            report.at("/stay/admissionType", "the type of admission is one digit, 1 to 5 or 9");
        }
        if (!ADMISSION_SOURCE.matcher(stay.admissionSource()).matches()) {
            report.at("/stay/admissionSource", "the point of origin is one character");
        }
        if (!DISCHARGE_STATUS.matcher(stay.dischargeStatus()).matches()) {
            report.at("/stay/dischargeStatus", "the patient status is two digits");
        }
        if (stay.admittedAt().toLocalDate().isAfter(facts.content().statementThrough())) {
            report.at("/stay/admittedAt", "the admission is after the statement's end");
        }
    }

    /** Every bill made here is final: an original or replacement from admission to discharge (frequency 1 or 7). */
    public static void dischargeFitsTheFrequency(ClaimFacts facts, Report report) {
        var stay = facts.content().stay();
        if (stay == null || !facts.isInpatient()) {
            return;
        }
        if (STILL_A_PATIENT.equals(stay.dischargeStatus())) {
            report.at("/stay/dischargeStatus", "a final bill cannot be made while the patient is still here");
        } else if (stay.dischargedAt() == null) {
            report.at("/stay/dischargedAt", "a final bill tells when the patient was discharged");
        } else if (stay.dischargedAt().isBefore(stay.admittedAt())) {
            report.at("/stay/dischargedAt", "the discharge is before the admission");
        }
    }

    /** A bed is billed for every night; the day of discharge is not counted, and a stay within one day counts as one. */
    public static void bedsFitTheNights(ClaimFacts facts, Report report) {
        var stay = facts.content().stay();
        if (!facts.isInpatient() || stay == null || stay.dischargedAt() == null) {
            return;
        }
        var billed = facts.content().lines().stream()
                .filter(StayEdits::isBed)
                .map(ServiceLine::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long nights = nights(stay);
        if (billed.compareTo(BigDecimal.valueOf(nights)) != 0) {
            report.at(
                    "/lines",
                    "the stay has " + nights + " nights, billed are " + billed.toPlainString() + " days in bed");
        }
    }

    private static long nights(Stay stay) {
        var dischargedAt = stay.dischargedAt();
        if (dischargedAt == null) {
            return 0;
        }
        return Math.max(1, ChronoUnit.DAYS.between(stay.admittedAt().toLocalDate(), dischargedAt.toLocalDate()));
    }

    public static void outpatientHasNoBeds(ClaimFacts facts, Report report) {
        if (!facts.isInstitutional() || facts.isInpatient()) {
            return;
        }
        var lines = facts.content().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (isBed(lines.get(i))) {
                report.at(pointer("lines", i, "revenueCode"), "an outpatient claim bills no room and board");
            }
        }
    }

    private static boolean isBed(ServiceLine line) {
        return line.revenueCode() != null && BED.matcher(line.revenueCode()).matches();
    }
}
