package io.openrcm.simulator.desk;

import io.openrcm.simulator.adjudication.Adjudication;
import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.Effect;
import io.openrcm.simulator.adjudication.Payer;
import io.openrcm.simulator.adjudication.PaymentRules;
import io.openrcm.simulator.claim.BillingProvider;
import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.claim.Submitter;
import io.openrcm.simulator.ledger.ClaimState;
import io.openrcm.simulator.ledger.Filing;
import io.openrcm.simulator.ledger.JournalRecord.Settlement;
import io.openrcm.simulator.ledger.JournalRecord.Step;
import io.openrcm.simulator.ledger.OpenWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pays what is due: decides each claim, gathers the decisions by payer and payee, and sends an 835 for each. */
public final class PayClaims {

    /** Most claims paid in one go, so that a backlog goes out in several files. */
    private static final int MOST_AT_ONCE = 5_000;

    /** How an 835 is delivered; only plain ones share a file. */
    enum Delivery {
        PLAIN,
        TWICE,
        UNBALANCED
    }

    /** What one 835 file is for. */
    record Batch(String partner, String payer, BillingProvider payee, Submitter submitter, Delivery delivery) {}

    /**
     * One piece of work, decided.
     *
     * @param claims what stands in the 835 for it, perhaps nothing
     * @param settlements what the journal keeps of it
     */
    record Decided(OpenWork work, Batch batch, List<Adjudication> claims, List<Settlement> settlements) {

        /** False while the next payer's decision is still to come. */
        boolean isFinished() {
            return settlements.stream().allMatch(it -> it.next().isEmpty());
        }
    }

    private final Office office;
    private final SendRemittance sending;

    public PayClaims(Office office) {
        this.office = office;
        this.sending = new SendRemittance(office);
    }

    /** Pays everything due now; answers how many claims that was. */
    public int payDue() throws IOException {
        var due = office.ledger().due(office.clock().instant(), MOST_AT_ONCE);
        Map<Batch, List<Decided>> batches = new LinkedHashMap<>();
        for (var work : due) {
            var decided = decide(work);
            batches.computeIfAbsent(decided.batch(), _ -> new ArrayList<>()).add(decided);
        }
        for (var batch : batches.entrySet()) {
            sending.send(batch.getKey(), batch.getValue());
        }
        return due.size();
    }

    private Decided decide(OpenWork work) throws IOException {
        var claim = office.archive().get(work.reference());
        if (work.step() == Step.CROSS_OVER) {
            return crossOver(work, claim);
        }
        List<Adjudication> claims = new ArrayList<>();
        List<Settlement> settlements = new ArrayList<>();
        var replaced = office.ledger().filing(work.replaces()).filter(Filing::settled);
        if (replaced.isPresent()) {
            takeBack(replaced.get(), work.behaviour() == Behaviour.TAKE_BACK, claims, settlements);
        }
        var decision = PaymentRules.decide(claim, work.behaviour(), work.payerNumber());
        if (work.behaviour() != Behaviour.TAKE_BACK) {
            claims.add(decision);
        }
        settlements.add(new Settlement(
                work.reference(),
                Step.DECISION,
                work.payerNumber(),
                work.claim(),
                claim.payerId(),
                effect(work, decision),
                state(work, decision),
                decision.forwardedTo().map(it -> it.id()).orElse("")));
        return new Decided(work, batch(work, claim), claims, settlements);
    }

    private Decided crossOver(OpenWork work, Claim claim) {
        var next = claim.nextPayer().orElseThrow();
        var number = next.id() + work.payerNumber().substring(claim.payerId().length());
        var decision =
                PaymentRules.next(PaymentRules.decide(claim, work.behaviour(), work.payerNumber()), next, number);
        var settlement = new Settlement(
                work.reference(),
                Step.CROSS_OVER,
                number,
                work.claim(),
                next.id(),
                decision.effect(),
                ClaimState.PAID,
                "");
        return new Decided(work, batch(work, decision.claim()), List.of(decision), List.of(settlement));
    }

    /** The reversal of an earlier payment; it stands in the 835 only when money moves back, or to confirm a void. */
    private void takeBack(Filing earlier, boolean isVoid, List<Adjudication> claims, List<Settlement> settlements)
            throws IOException {
        var original = office.archive().get(earlier.reference());
        var decision = PaymentRules.decide(original, earlier.behaviour(), earlier.payerNumber());
        if (earlier.effect().movesMoney() || isVoid) {
            claims.add(decision.reversed());
        }
        settlements.add(new Settlement(
                earlier.reference(),
                Step.REVERSAL,
                earlier.payerNumber(),
                earlier.claim(),
                earlier.payer(),
                earlier.effect().negated(),
                isVoid ? ClaimState.VOIDED : ClaimState.REPLACED,
                ""));
    }

    private static Effect effect(OpenWork work, Adjudication decision) {
        return switch (work.behaviour()) {
            case OUT_OF_BALANCE, DENY_DUPLICATE, TAKE_BACK -> Effect.NONE;
            default -> decision.effect();
        };
    }

    private static ClaimState state(OpenWork work, Adjudication decision) {
        if (work.behaviour() == Behaviour.OUT_OF_BALANCE) {
            return ClaimState.UNBALANCED;
        }
        if (decision.isDenied()) {
            return ClaimState.DENIED;
        }
        return decision.isPartlyDenied() ? ClaimState.PARTLY_DENIED : ClaimState.PAID;
    }

    private Batch batch(OpenWork work, Claim claim) {
        var bringer =
                office.ledger().file(work.reference().file()).orElseThrow().partner();
        var delivery = work.step() == Step.CROSS_OVER ? Delivery.PLAIN : delivery(work.behaviour());
        return new Batch(
                Payer.named(claim.payerId()).partnerOr(bringer),
                claim.payerId(),
                claim.billing(),
                claim.submitter(),
                delivery);
    }

    private static Delivery delivery(Behaviour behaviour) {
        return switch (behaviour) {
            case DUPLICATE_835 -> Delivery.TWICE;
            case OUT_OF_BALANCE -> Delivery.UNBALANCED;
            default -> Delivery.PLAIN;
        };
    }
}
