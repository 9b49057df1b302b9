package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.BILLING_PROVIDER;
import static io.openrcm.simulator.complaints.ComplaintCode.CODE_VALUE;
import static io.openrcm.simulator.complaints.ComplaintCode.NOT_USED;
import static io.openrcm.simulator.complaints.ComplaintCode.PATIENT_RELATION;
import static io.openrcm.simulator.complaints.ComplaintCode.POSTAL_CODE;
import static io.openrcm.simulator.complaints.ComplaintCode.SUBSCRIBER;
import static io.openrcm.simulator.complaints.ComplaintCode.TAX_ID;

import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.x12.Segment;
import java.util.Set;
import java.util.regex.Pattern;

/** Billing provider, subscriber, patient, and how they belong together. */
public final class PartyRules {

    private static final Set<String> RANKS = Set.of("P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H", "U");
    private static final Set<String> RELATIONS = Set.of("01", "19", "20", "21", "39", "40", "53", "G8");
    private static final Pattern POST_OFFICE_BOX =
            Pattern.compile("\\b(P\\.? ?O\\.? ?BOX|POST OFFICE BOX|LOCK ?BOX)\\b");

    private PartyRules() {}

    /** Loop 2010AA: a street address with a nine digit postal code, one nine digit tax id. */
    public static void billingProvider(Loop loop, boolean institutional, Findings findings) {
        nineDigitPostalCode(loop, findings);
        var name = loop.opener();
        if (!name.equals(8, "XX")) {
            findings.report(BILLING_PROVIDER, name, loop.id(), 8, "the billing provider is named by its NPI");
        }
        if (institutional && !name.equals(2, "2")) {
            findings.report(BILLING_PROVIDER, name, loop.id(), 2, "a hospital is an organisation: NM102 is 2");
        }
        loop.first("N3")
                .filter(street -> POST_OFFICE_BOX.matcher(street.element(1)).find())
                .ifPresent(street -> findings.report(
                        BILLING_PROVIDER, street, loop.id(), 1, "a post office box belongs into loop 2010AB"));
        loop.all("REF")
                .filter(ref -> ref.equals(1, "EI") || ref.equals(1, "SY"))
                .filter(ref -> ref.length(2) != 9 || !DateForm.isNumber(ref.element(2)))
                .forEach(ref -> findings.report(TAX_ID, ref, loop.id(), 2, "the tax id is not nine digits"));
    }

    /** Loop 2010AB gives an address only. */
    public static void payTo(Loop loop, Findings findings) {
        if (loop.opener().size() > 2) {
            findings.report(NOT_USED, loop.opener(), loop.id(), 3, "the pay-to address has no name");
        }
    }

    public static void nineDigitPostalCode(Loop loop, Findings findings) {
        loop.first("N4")
                .filter(place -> !place.has(4) || place.equals(4, "US"))
                .filter(place -> place.length(3) != 9 || !DateForm.isNumber(place.element(3)))
                .ifPresent(place -> findings.report(POSTAL_CODE, place, loop.id(), 3, "not a nine digit postal code"));
    }

    /** SBR at the head of loop 2000B, as soon as it is read. */
    public static void subscriberSegment(Segment sbr, String loop, Findings findings) {
        if (!RANKS.contains(sbr.element(1))) {
            findings.report(CODE_VALUE, sbr, loop, 1, "SBR01 is no rank");
        }
        if (sbr.has(2) && !sbr.equals(2, "18")) {
            findings.report(PATIENT_RELATION, sbr, loop, 2, "SBR02 is 18 or empty");
        }
        if (!sbr.has(9)) {
            findings.report(SUBSCRIBER, sbr, loop, 9, "the claim filing indicator is missing");
        }
    }

    /** Loop 2010BA: the patient's address and birth date stand here when the subscriber is the patient. */
    public static void subscriberName(Loop loop, Findings findings) {
        var isPatient = loop.up("2000B").map(PartyRules::isPatient).orElse(false);
        var name = loop.opener();
        for (var needed : new String[] {"N3", "N4", "DMG"}) {
            if (isPatient && loop.first(needed).isEmpty()) {
                findings.report(
                        SUBSCRIBER, name, loop.id(), 0, needed + " is missing for a subscriber who is the patient");
            }
        }
        if (!name.equals(8, "MI") && !name.equals(8, "II")) {
            findings.report(SUBSCRIBER, name, loop.id(), 8, "the member id is missing");
        }
        if (name.equals(2, "1") && !name.has(4)) {
            findings.report(SUBSCRIBER, name, loop.id(), 4, "a person has a first name");
        }
    }

    /** Loop 2000B at its end: the subscriber is the patient, or dependants follow, never both. */
    public static void subscriber(Loop loop, Findings findings) {
        var dependants = loop.child("2000C").isPresent();
        var at = loop.first("SBR").orElse(loop.opener());
        if (isPatient(loop) == dependants) {
            findings.report(
                    PATIENT_RELATION,
                    at,
                    loop.id(),
                    2,
                    dependants
                            ? "SBR02 is 18 although a patient loop follows"
                            : "SBR02 is empty and no patient follows");
        }
        loop.first("PAT")
                .filter(pat -> pat.has(1))
                .ifPresent(pat -> findings.report(NOT_USED, pat, loop.id(), 1, "the relation belongs into loop 2000C"));
    }

    /** PAT of loop 2000C. */
    public static void patientSegment(Segment pat, String loop, Findings findings) {
        if (!RELATIONS.contains(pat.element(1))) {
            findings.report(PATIENT_RELATION, pat, loop, 1, "PAT01 is no relation to the subscriber");
        }
    }

    /** Loop 2010CA: a dependant has no id of its own. */
    public static void patientName(Loop loop, Findings findings) {
        var name = loop.opener();
        if (name.has(8) || name.has(9)) {
            findings.report(NOT_USED, name, loop.id(), 9, "a dependant has no member id");
        }
        if (!name.has(4)) {
            findings.report(SUBSCRIBER, name, loop.id(), 4, "a person has a first name");
        }
    }

    private static boolean isPatient(Loop subscriber) {
        return subscriber.first("SBR").map(sbr -> sbr.equals(2, "18")).orElse(false);
    }
}
