package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.ADMISSION;
import static io.openrcm.simulator.complaints.ComplaintCode.DIAGNOSIS;
import static io.openrcm.simulator.complaints.ComplaintCode.INSTITUTIONAL_CODE;
import static io.openrcm.simulator.complaints.ComplaintCode.PRESENT_ON_ADMISSION;
import static io.openrcm.simulator.complaints.ComplaintCode.PRINCIPAL_DIAGNOSIS;

import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.Segment;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The HI segments: diagnoses of either claim, and the institutional claim's procedures, occurrences, values and conditions. */
public final class DiagnosisRules {

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d[0-9A-Z]{1,5}");
    private static final Pattern PROCEDURE = Pattern.compile("[0-9A-HJ-NP-Z]{7}");

    /** The twins for codes before October 2015. */
    private static final Set<String> ICD_9 = Set.of("BK", "BF", "BJ", "PR", "BN", "BR", "BQ");

    private static final Set<String> DIAGNOSES = Set.of("ABK", "ABJ", "APR", "ABN", "ABF");
    private static final Set<String> WITH_PRESENCE = Set.of("ABK", "ABN", "ABF");
    private static final Set<String> PRESENCE = Set.of("Y", "N", "U", "W");
    private static final Map<String, Integer> MOST = Map.of("ABK", 1, "ABJ", 1, "APR", 3, "DR", 1, "BBR", 1);

    private DiagnosisRules() {}

    /** One segment, the principal first, the others after it, twelve at most. */
    public static void professional(Loop claim, Findings findings) {
        claim.all("HI").forEach(hi -> {
            for (var at = 1; at <= hi.size(); at++) {
                var family = hi.component(at, 1);
                if (ICD_9.contains(family)) {
                    findings.report(DIAGNOSIS, hi, claim.id(), at, "an ICD-9 qualifier");
                } else if (isDiagnosisSegment(hi)) {
                    if (!family.equals(at == 1 ? "ABK" : "ABF")) {
                        findings.report(PRINCIPAL_DIAGNOSIS, hi, claim.id(), at, "ABK stands first, ABF after it");
                    }
                    checkCode(hi, at, claim, findings);
                    if (hi.components(at) > 2) {
                        findings.report(DIAGNOSIS, hi, claim.id(), at, "a diagnosis here is a qualifier and a code");
                    }
                }
            }
        });
        checkTwelve(claim, findings);
    }

    /** Each family in its own segments; presence on admission is component nine. */
    public static void institutional(Loop claim, Findings findings) {
        claim.all("HI").forEach(hi -> {
            var family = hi.component(1, 1);
            if (ICD_9.contains(family)) {
                findings.report(DIAGNOSIS, hi, claim.id(), 1, "an ICD-9 qualifier");
            }
            if (hi.size() > MOST.getOrDefault(family, 12)) {
                findings.report(INSTITUTIONAL_CODE, hi, claim.id(), 0, "more codes than this kind may have");
            }
            for (var at = 1; at <= hi.size(); at++) {
                if (!hi.component(at, 1).equals(family)) {
                    findings.report(INSTITUTIONAL_CODE, hi, claim.id(), at, "two kinds of code in one segment");
                } else {
                    checkInstitutional(hi, at, family, claim, findings);
                }
            }
        });
        var clm = claim.opener();
        if (clm.component(5, 1).equals("11") && !has(claim, "ABJ")) {
            findings.report(ADMISSION, clm, claim.id(), 0, "an inpatient bill without its admitting diagnosis");
        }
    }

    private static void checkInstitutional(Segment hi, int at, String family, Loop claim, Findings findings) {
        if (DIAGNOSES.contains(family)) {
            checkCode(hi, at, claim, findings);
            checkPresence(hi, at, family, claim, findings);
            return;
        }
        var valid = switch (family) {
            case "BBR", "BBQ" -> PROCEDURE.matcher(hi.component(at, 2)).matches() && isDated(hi, at, "D8");
            case "BI" -> hi.component(at, 2).length() == 2 && isDated(hi, at, "RD8");
            case "BH" -> hi.component(at, 2).length() == 2 && isDated(hi, at, "D8");
            case "BE" ->
                hi.component(at, 2).length() == 2
                        && hi.component(at, 3).isEmpty()
                        && hi.component(at, 4).isEmpty()
                        && Amount.isCanonical(hi.component(at, 5));
            case "BG" -> hi.component(at, 2).length() == 2 && hi.components(at) == 2;
            case "DR" -> hi.component(at, 2).length() == 3 && DateForm.isNumber(hi.component(at, 2));
            default -> true;
        };
        if (!valid) {
            findings.report(INSTITUTIONAL_CODE, hi, claim.id(), at, family + " has another form than its guide says");
        }
    }

    private static boolean isDated(Segment hi, int at, String format) {
        return hi.component(at, 3).equals(format) && DateForm.fits(format, hi.component(at, 4));
    }

    private static void checkPresence(Segment hi, int at, String family, Loop claim, Findings findings) {
        var presence = hi.component(at, 9);
        var allowed = WITH_PRESENCE.contains(family);
        var count = hi.components(at);
        if (count > 9 || (count > 2 && (!allowed || count != 9 || !PRESENCE.contains(presence)))) {
            findings.report(
                    PRESENT_ON_ADMISSION,
                    hi,
                    claim.id(),
                    at,
                    "presence on admission is Y, N, U or W in component nine");
        }
        for (var between = 3; between < Math.min(count, 9); between++) {
            if (!hi.component(at, between).isEmpty()) {
                findings.report(PRESENT_ON_ADMISSION, hi, claim.id(), at, "a component before the ninth is not empty");
            }
        }
    }

    private static void checkCode(Segment hi, int at, Loop claim, Findings findings) {
        if (!CODE.matcher(hi.component(at, 2)).matches()) {
            findings.report(DIAGNOSIS, hi, claim.id(), at, "not the form of an ICD-10 code without a dot");
        }
    }

    private static void checkTwelve(Loop claim, Findings findings) {
        claim.all("HI")
                .filter(hi -> hi.size() > 12)
                .forEach(hi -> findings.report(DIAGNOSIS, hi, claim.id(), 13, "more than twelve codes"));
    }

    private static boolean has(Loop claim, String family) {
        return claim.all("HI").anyMatch(hi -> hi.component(1, 1).equals(family));
    }

    /** How many diagnoses a professional line may point to. */
    static int diagnoses(Loop claim) {
        return claim.all("HI")
                .filter(DiagnosisRules::isDiagnosisSegment)
                .mapToInt(Segment::size)
                .sum();
    }

    private static boolean isDiagnosisSegment(Segment hi) {
        var family = hi.component(1, 1);
        return !family.equals("BP") && !family.equals("BG");
    }
}
