package io.openrcm.claims.posting.adjudication;

import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.posting.adjudication.AdjustmentReasons.Treatment;
import io.openrcm.events.Money;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a payer decided on each of our lines, told by the money alone. The outcome a payer declares never makes a denial:
 * most denials come as "processed as primary" with nothing paid (X12 RFI 1423).
 */
final class Judgment {

    private final AdjustmentReasons reasons;

    Judgment(AdjustmentReasons reasons) {
        this.reasons = reasons;
    }

    /**
     * Judges every line.
     *
     * @param hasNextPayer whether somebody is there to whom a claim that is not this payer's can have been sent on
     * @return one decision per line of ours that the payer names, and one for the claim as a whole where it names none
     */
    List<LineAdjudication> of(BilledClaim ours, RemittedClaim theirs, boolean hasNextPayer) {
        var forwarded = theirs.outcome() == Outcome.FORWARDED_ONLY && hasNextPayer;
        var byLine = new LinkedHashMap<String, List<RemittedLine>>();
        var numbers = LineMatching.controlNumbers(ours.lines(), theirs.lines());
        for (int i = 0; i < numbers.size(); i++) {
            byLine.computeIfAbsent(numbers.get(i), _ -> new ArrayList<>())
                    .add(theirs.lines().get(i));
        }
        var strangers = byLine.remove(Entry.WHOLE_CLAIM);
        var decisions = new ArrayList<LineAdjudication>();
        byLine.forEach((number, parts) -> decisions.add(forwarded(line(number, parts), forwarded)));
        if (strangers != null
                || !theirs.adjustments().isEmpty()
                || theirs.lines().isEmpty()) {
            var whole = wholeClaim(theirs, strangers == null ? List.of() : strangers, decisions);
            decisions.add(forwarded(whole, forwarded));
        }
        return List.copyOf(decisions);
    }

    /** A payer may answer one line in several parts; they are summed before they are judged. */
    private LineAdjudication line(String number, List<RemittedLine> parts) {
        var adjustments =
                parts.stream().flatMap(part -> part.adjustments().stream()).toList();
        var remarks = parts.stream()
                .flatMap(part -> part.remarks().stream())
                .distinct()
                .toList();
        var paid = Money.sum(parts, RemittedLine::paid);
        var nothingPayable = paid.isZero() && patientShare(adjustments).isZero();
        return judge(number, Money.sum(parts, RemittedLine::billed), paid, adjustments, remarks, nothingPayable);
    }

    /** What no line of ours accounts for: adjustments of the claim, lines that the payer added, or a claim without lines. */
    private LineAdjudication wholeClaim(
            RemittedClaim theirs, List<RemittedLine> strangers, List<LineAdjudication> lines) {
        var adjustments = new ArrayList<>(theirs.adjustments());
        strangers.forEach(line -> adjustments.addAll(line.adjustments()));
        var billed = theirs.billed().minus(Money.sum(lines, LineAdjudication::billed));
        var paid = theirs.paid().minus(Money.sum(lines, LineAdjudication::paid));
        var nothingPayable = theirs.paid().isZero()
                && patientShare(adjustments).isZero()
                && lines.stream().noneMatch(LineAdjudication::isPayable);
        return judge(Entry.WHOLE_CLAIM, billed, paid, adjustments, theirs.remarks(), nothingPayable);
    }

    private LineAdjudication judge(
            String number,
            Money billed,
            Money paid,
            List<Adjustment> adjustments,
            List<String> remarks,
            boolean nothingPayable) {
        var sums = new EnumMap<Treatment, Money>(Treatment.class);
        var contractual = Money.ZERO;
        var other = Money.ZERO;
        for (Adjustment adjustment : adjustments) {
            var treatment = treatment(adjustment, nothingPayable);
            sums.merge(treatment, adjustment.amount(), Money::plus);
            if (isGivenUp(treatment) && adjustment.group() == AdjustmentGroup.CONTRACTUAL) {
                contractual = contractual.plus(adjustment.amount());
            } else if (isGivenUp(treatment)) {
                other = other.plus(adjustment.amount());
            }
        }
        return new LineAdjudication(
                number,
                status(paid, sums),
                billed,
                paid,
                contractual,
                other,
                sums.getOrDefault(Treatment.PATIENT, Money.ZERO),
                sums.getOrDefault(Treatment.PRIOR_PAYER, Money.ZERO),
                sums.getOrDefault(Treatment.DENIAL, Money.ZERO),
                adjustments,
                remarks);
    }

    /** An unlisted reason that leaves nothing payable is a denial; beside a payment it is what its group says. */
    private Treatment treatment(Adjustment adjustment, boolean nothingPayable) {
        var listed = reasons.of(adjustment);
        if (listed == Treatment.UNLISTED
                && nothingPayable
                && adjustment.amount().isPositive()) {
            return Treatment.DENIAL;
        }
        return listed;
    }

    private static boolean isGivenUp(Treatment treatment) {
        return switch (treatment) {
            case CONTRACTUAL, BUNDLED, CAPITATED, UNLISTED -> true;
            case DENIAL, PRIOR_PAYER, PATIENT -> false;
        };
    }

    private static LineStatus status(Money paid, Map<Treatment, Money> sums) {
        boolean patientOwes = sums.getOrDefault(Treatment.PATIENT, Money.ZERO).isPositive();
        boolean denied = sums.getOrDefault(Treatment.DENIAL, Money.ZERO).isPositive();
        if (denied) {
            return paid.isZero() && !patientOwes ? LineStatus.DENIED : LineStatus.PARTIALLY_PAID;
        }
        if (!paid.isZero()) {
            return LineStatus.PAID;
        }
        if (patientOwes) {
            return LineStatus.PATIENT_RESP;
        }
        if (sums.containsKey(Treatment.BUNDLED)) {
            return LineStatus.BUNDLED;
        }
        return sums.containsKey(Treatment.CAPITATED) ? LineStatus.CAPITATED : LineStatus.PAID;
    }

    /** What is not this payer's is open with the one it was sent on to. */
    private static LineAdjudication forwarded(LineAdjudication line, boolean forwarded) {
        if (!forwarded) {
            return line;
        }
        return new LineAdjudication(
                line.controlNumber(),
                LineStatus.FORWARDED,
                line.billed(),
                line.paid(),
                Money.ZERO,
                Money.ZERO,
                line.billed().minus(line.paid()).minus(line.prior()),
                line.prior(),
                Money.ZERO,
                line.adjustments(),
                line.remarks());
    }

    private static Money patientShare(List<Adjustment> adjustments) {
        return Money.sum(
                adjustments.stream()
                        .filter(one -> one.group() == AdjustmentGroup.PATIENT)
                        .toList(),
                Adjustment::amount);
    }
}
