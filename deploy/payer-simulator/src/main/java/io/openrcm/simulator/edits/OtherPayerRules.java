package io.openrcm.simulator.edits;

import static io.openrcm.simulator.complaints.ComplaintCode.OTHER_PAYER;
import static io.openrcm.simulator.complaints.ComplaintCode.OTHER_PAYER_BALANCE;

import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.guide.Loop;
import io.openrcm.simulator.x12.Amount;
import io.openrcm.simulator.x12.Segment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Other payers of a claim (loops 2320, 2330B, 2430): who they are, and that their money adds up. */
public final class OtherPayerRules {

    private static final int[] CAS_AMOUNTS = {3, 6, 9, 12, 15, 18};

    private OtherPayerRules() {}

    public static void check(Loop claim, boolean institutional, Findings findings) {
        var others = claim.children("2320").toList();
        Map<String, Loop> byId = new HashMap<>();
        var ranks = new HashSet<String>();
        claim.up("2000B").flatMap(subscriber -> subscriber.first("SBR")).ifPresent(sbr -> ranks.add(sbr.element(1)));
        for (var other : others) {
            if (!ranks.add(other.opener().element(1))) {
                findings.report(OTHER_PAYER, other.opener(), other.id(), 1, "two payers of one rank");
            }
            payerName(other).ifPresent(name -> {
                if (byId.put(name.element(9), other) != null || isDestination(claim, name)) {
                    findings.report(OTHER_PAYER, name, "2330B", 9, "this payer is already named in the claim");
                }
            });
        }
        claim.children("2400")
                .forEach(line -> line.children("2430")
                        .forEach(paid -> checkPaidLine(paid, line, byId, institutional, findings)));
        byId.forEach((id, other) -> checkPayer(claim, id, other, findings));
    }

    private static void checkPaidLine(
            Loop paid, Loop line, Map<String, Loop> byId, boolean institutional, Findings findings) {
        var svd = paid.opener();
        if (!byId.containsKey(svd.element(1))) {
            findings.report(OTHER_PAYER, svd, paid.id(), 1, "names no payer of loop 2330B");
        }
        var charge = line.first(institutional ? "SV2" : "SV1")
                .map(service -> Amount.centsOrZero(service.element(institutional ? 3 : 2)))
                .orElse(0L);
        var stated = line.children("2430")
                .filter(other -> other.opener().element(1).equals(svd.element(1)))
                .mapToLong(other -> paid(other) + adjusted(other))
                .sum();
        if (charge != stated) {
            findings.report(
                    OTHER_PAYER_BALANCE, svd, paid.id(), 2, "paid and adjusted do not add up to the line's charge");
        }
    }

    /** Per payer: AMT*D is the sum of its lines less its claim adjustments, and all its money is the claim's charge. */
    private static void checkPayer(Loop claim, String id, Loop other, Findings findings) {
        var lines = claim.children("2400")
                .flatMap(line -> line.children("2430"))
                .filter(paid -> paid.opener().element(1).equals(id))
                .toList();
        var amount = other.first("AMT", "D");
        if (amount.isEmpty()) {
            if (!lines.isEmpty()) {
                findings.report(OTHER_PAYER, other.opener(), other.id(), 0, "lines are paid but AMT*D is missing");
            }
            return;
        }
        var paid = Amount.centsOrZero(amount.get().element(2));
        var claimAdjusted = adjusted(other);
        var linePaid = lines.stream().mapToLong(OtherPayerRules::paid).sum();
        var lineAdjusted = lines.stream().mapToLong(OtherPayerRules::adjusted).sum();
        var charge = Amount.centsOrZero(claim.opener().element(2));
        if (!lines.isEmpty() && paid != linePaid - claimAdjusted) {
            findings.report(OTHER_PAYER_BALANCE, amount.get(), other.id(), 2, "AMT*D is not the sum of the paid lines");
        }
        if (charge != paid + claimAdjusted + lineAdjusted) {
            findings.report(
                    OTHER_PAYER_BALANCE, amount.get(), other.id(), 2, "paid and adjusted are not the claim's charge");
        }
        checkDecisionDate(other, lines.isEmpty(), findings);
    }

    /** The date of the other payer's decision stands with its lines, or with the payer when it has none. */
    private static void checkDecisionDate(Loop other, boolean withoutLines, Findings findings) {
        other.child("2330B").ifPresent(name -> {
            if (name.first("DTP", "573").isPresent() != withoutLines) {
                findings.report(
                        OTHER_PAYER,
                        name.opener(),
                        name.id(),
                        0,
                        withoutLines ? "DTP*573 is missing" : "DTP*573 both here and at the lines");
            }
        });
    }

    private static Optional<Segment> payerName(Loop other) {
        return other.child("2330B").map(Loop::opener);
    }

    private static boolean isDestination(Loop claim, Segment name) {
        return claim.up("2000B")
                .flatMap(subscriber -> subscriber.child("2010BB"))
                .map(payer -> payer.opener().element(9).equals(name.element(9)))
                .orElse(false);
    }

    private static long paid(Loop loop) {
        return Amount.centsOrZero(loop.opener().element(2));
    }

    private static long adjusted(Loop loop) {
        return loop.all("CAS")
                .flatMap(OtherPayerRules::amounts)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Stream<Long> amounts(Segment cas) {
        return java.util.Arrays.stream(CAS_AMOUNTS)
                .filter(cas::has)
                .mapToObj(element -> Amount.centsOrZero(cas.element(element)));
    }
}
