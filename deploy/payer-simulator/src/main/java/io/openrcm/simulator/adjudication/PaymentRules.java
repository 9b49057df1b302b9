package io.openrcm.simulator.adjudication;

import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.claim.OtherPayer;
import io.openrcm.simulator.claim.ServiceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each behaviour pays, line by line in whole cents. The same claim, behaviour and number always give the same decision, so that a
 * reversal years later can be computed and need not be stored. What rounding leaves goes to the contractual side.
 */
public final class PaymentRules {

    private static final int PAY_LESS_PERCENT = 70;
    private static final int PAY_LESS_GAP = 10;
    private static final int SHARED_PAID_PERCENT = 60;
    private static final int SHARED_PATIENT_PERCENT = 20;
    private static final long OUT_OF_BALANCE_CENTS = 100;
    private static final String NO_REMARK = "";

    private static final String DEDUCTIBLE = "1";
    private static final String COINSURANCE = "2";
    private static final String DUPLICATE = "18";
    private static final String NOT_NECESSARY = "50";
    private static final String NOT_AUTHORISED = "197";
    private static final String POLICY_REMARK = "N115";

    private PaymentRules() {}

    public static Adjudication decide(Claim claim, Behaviour behaviour, String payerClaimNumber) {
        var contract = Payer.named(claim.payerId()).contractPercent();
        var later = !claim.firstPayer();
        List<AdjudicatedLine> lines = switch (behaviour) {
            case DENY_CLAIM -> denied(claim.lines(), NOT_NECESSARY, POLICY_REMARK);
            case DENY_DUPLICATE -> denied(claim.lines(), DUPLICATE, NO_REMARK);
            case DENY_LINE -> withLastDenied(claim, contract, later);
            case PAY_LESS -> paid(claim.lines(), Math.min(PAY_LESS_PERCENT, contract - PAY_LESS_GAP), later);
            case PATIENT_SHARE, CROSS_OVER ->
                later ? paid(claim.lines(), contract, true) : shared(claim, behaviour == Behaviour.CROSS_OVER);
            case OUT_OF_BALANCE -> unbalanced(paid(claim.lines(), contract, later));
            default -> paid(claim.lines(), contract, later);
        };
        var crossed = behaviour == Behaviour.CROSS_OVER;
        return new Adjudication(
                claim,
                payerClaimNumber,
                crossed ? "19" : later ? "2" : "1",
                lines,
                crossed ? claim.nextPayer() : Optional.empty());
    }

    /** What the next payer does with a claim passed on to it: it pays the patient's part of each line. */
    public static Adjudication next(Adjudication first, OtherPayer next, String payerClaimNumber) {
        var lines = first.lines().stream()
                .map(line -> afterPrior(line.line(), line.adjusted(Adjustment::isPatient)))
                .toList();
        return new Adjudication(first.claim().sentTo(next), payerClaimNumber, "2", lines, Optional.empty());
    }

    private static List<AdjudicatedLine> paid(List<ServiceLine> lines, int percent, boolean later) {
        return lines.stream()
                .map(line -> later ? afterPrior(line, line.priorPatientCents()) : byContract(line, percent))
                .toList();
    }

    private static AdjudicatedLine byContract(ServiceLine line, int percent) {
        var charge = line.chargeCents();
        var paid = charge * percent / 100;
        return line(line, paid, new Adjustment("CO", Adjustment.CONTRACT, charge - paid));
    }

    private static AdjudicatedLine afterPrior(ServiceLine line, long patientCents) {
        var paid = Math.min(patientCents, line.chargeCents());
        return line(line, paid, new Adjustment("OA", Adjustment.PRIOR_PAYER, line.chargeCents() - paid));
    }

    private static List<AdjudicatedLine> shared(Claim claim, boolean coinsuranceOnly) {
        return claim.lines().stream()
                .map(line -> {
                    var charge = line.chargeCents();
                    var paid = charge * SHARED_PAID_PERCENT / 100;
                    var patient = charge * SHARED_PATIENT_PERCENT / 100;
                    var deductible = coinsuranceOnly ? 0 : patient / 2;
                    return line(
                            line,
                            paid,
                            new Adjustment("CO", Adjustment.CONTRACT, charge - paid - patient),
                            new Adjustment("PR", DEDUCTIBLE, deductible),
                            new Adjustment("PR", COINSURANCE, patient - deductible));
                })
                .toList();
    }

    private static List<AdjudicatedLine> withLastDenied(Claim claim, int percent, boolean later) {
        var lines = claim.lines();
        if (lines.size() < 2) {
            return denied(lines, NOT_NECESSARY, POLICY_REMARK);
        }
        var last = lines.size() - 1;
        List<AdjudicatedLine> decided = new ArrayList<>(paid(lines.subList(0, last), percent, later));
        decided.addAll(denied(lines.subList(last, lines.size()), NOT_AUTHORISED, NO_REMARK));
        return decided;
    }

    private static List<AdjudicatedLine> denied(List<ServiceLine> lines, String reason, String remark) {
        return lines.stream()
                .map(line -> new AdjudicatedLine(
                        line,
                        line.chargeCents(),
                        0,
                        nonZero(List.of(new Adjustment("CO", reason, line.chargeCents()))),
                        remark))
                .toList();
    }

    /** Pays more than charge and adjustments allow; the totals above repeat the error, as they would in a real faulty file. */
    private static List<AdjudicatedLine> unbalanced(List<AdjudicatedLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> at > 0
                        ? lines.get(at)
                        : new AdjudicatedLine(
                                lines.getFirst().line(),
                                lines.getFirst().chargeCents(),
                                lines.getFirst().paidCents() + OUT_OF_BALANCE_CENTS,
                                lines.getFirst().adjustments(),
                                NO_REMARK))
                .toList();
    }

    private static AdjudicatedLine line(ServiceLine line, long paid, Adjustment... adjustments) {
        return new AdjudicatedLine(line, line.chargeCents(), paid, nonZero(List.of(adjustments)), NO_REMARK);
    }

    private static List<Adjustment> nonZero(List<Adjustment> adjustments) {
        return adjustments.stream().filter(it -> it.cents() != 0).toList();
    }
}
