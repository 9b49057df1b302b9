package io.openrcm.simulator.answers;

import static io.openrcm.simulator.answers.AnswerText.adjusted;
import static io.openrcm.simulator.answers.AnswerText.cents;

import java.util.ArrayList;
import java.util.List;

/** The three equations of an 835, worked out from its text. */
public final class Balance {

    private Balance() {}

    /** What does not add up, in words; nothing when all does. */
    public static List<String> faults(AnswerText file) {
        List<String> faults = new ArrayList<>();
        for (var transaction : file.parts("ST")) {
            var claims = 0L;
            for (var claim : transaction.parts("CLP")) {
                var clp = claim.segments().getFirst();
                claims += cents(clp, 4);
                checkClaim(claim, clp, faults);
            }
            var provider = transaction.all("PLB").stream()
                    .mapToLong(plb -> cents(plb, 4) + cents(plb, 6))
                    .sum();
            if (cents(transaction.only("BPR"), 2) != claims - provider) {
                faults.add("BPR02 of " + transaction.only("TRN"));
            }
            var se = transaction.only("SE");
            var count = transaction.before("SE").segments().size() + 1;
            if (!se.get(1).equals(Integer.toString(count))) {
                faults.add("SE01 of " + se);
            }
        }
        return faults;
    }

    private static void checkClaim(AnswerText claim, List<String> clp, List<String> faults) {
        var charges = 0L;
        var adjustments = 0L;
        for (var line : claim.parts("SVC")) {
            var svc = line.segments().getFirst();
            var lineAdjusted =
                    line.all("CAS").stream().mapToLong(AnswerText::adjusted).sum();
            if (cents(svc, 3) != cents(svc, 2) - lineAdjusted) {
                faults.add("SVC of " + clp);
            }
            charges += cents(svc, 2);
            adjustments += lineAdjusted;
        }
        if (cents(clp, 3) != charges || cents(clp, 4) != cents(clp, 3) - adjustments) {
            faults.add("CLP of " + clp);
        }
        var patient = claim.all("CAS").stream()
                .filter(cas -> cas.get(1).equals("PR"))
                .mapToLong(cas -> adjusted(cas))
                .sum();
        if (!clp.get(2).equals("22") && cents(clp, 5) != patient) {
            faults.add("CLP05 of " + clp);
        }
    }
}
