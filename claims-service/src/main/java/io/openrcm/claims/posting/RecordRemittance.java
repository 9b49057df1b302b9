package io.openrcm.claims.posting;

import io.openrcm.claims.ledger.Account;
import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.ledger.Ledger;
import io.openrcm.claims.ledger.LedgerPosting;
import io.openrcm.claims.ledger.LedgerPosting.Kind;
import io.openrcm.claims.posting.RemittedClaims.TakenClaim;
import io.openrcm.claims.posting.adjudication.Adjudication;
import io.openrcm.claims.posting.adjudication.Adjudication.Disposition;
import io.openrcm.claims.posting.adjudication.Adjudication.Source;
import io.openrcm.claims.posting.adjudication.ContentKey;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.payer.PayerEvent.RefusedBecause;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.events.payer.ProviderAdjustment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;

/** Takes in what a payer says about a whole payment, and what it paid for claims that are none of ours. */
@ApplicationScoped
public class RecordRemittance {

    /** Claims paid − adjustments at provider level = payment (X12 835, transaction balance). */
    record PaymentProof(Money claimsPaid, Money providerAdjustments, Money payment) {
        static PaymentProof of(RemittanceReceived event) {
            return new PaymentProof(
                    event.claimsPaid(),
                    Money.sum(event.adjustments(), ProviderAdjustment::amount),
                    event.payment().amount());
        }

        Money expected() {
            return claimsPaid.minus(providerAdjustments);
        }
    }

    /** Nothing of ours to check it against. */
    record StrangeProof(int sequence, Money billed, Money paid, Money imbalance) {}

    private static final String INTEREST = "L6";

    private final PostingBatch batch;
    private final Suspense suspense;
    private final Ledger ledger;

    public RecordRemittance(PostingBatch batch, Suspense suspense, Ledger ledger) {
        this.batch = batch;
        this.suspense = suspense;
        this.ledger = ledger;
    }

    /** The payment as a whole; its claims come by themselves, before or after. A second hearing changes nothing. */
    @Transactional(TxType.MANDATORY)
    public void received(Cause cause, RemittanceReceived event) {
        var payment = event.payment();
        if (batch.isSettled(payment.remittanceId())) {
            return;
        }
        var proof = PaymentProof.of(event);
        if (!proof.expected().equals(payment.amount())) {
            batch.settle(payment).refuse(RefusedBecause.PAYMENT_OUT_OF_BALANCE.name());
            var detail = "claims and provider adjustments come to " + proof.expected() + ", the payment is "
                    + payment.amount();
            suspense.except(cause, payment, ExceptionKind.OUT_OF_BALANCE, payment.amount(), detail, null);
            return;
        }
        batch.settle(payment).announce(event.claims(), event.claimsPaid(), event.adjustments());
        var entries = entries(event.adjustments());
        if (!entries.isEmpty()) {
            ledger.post(
                    new LedgerPosting(cause, null, Kind.PROVIDER_ADJUSTMENT, payment.remittanceId(), entries, proof));
        }
    }

    /** A payment whose sums do not agree: kept to be seen, and nothing moves. */
    @Transactional(TxType.MANDATORY)
    public void refused(Cause cause, RemittanceRefused event) {
        var payment = event.payment();
        var kind = kind(event.because());
        boolean sameAgain = kind == ExceptionKind.OUT_OF_BALANCE && batch.isSettled(payment.remittanceId());
        if (sameAgain) {
            return;
        }
        batch.settle(payment).refuse(event.because().name());
        var detail = event.because() + " at " + event.where() + ": expected " + event.expected() + ", found "
                + event.actual();
        suspense.except(cause, payment, kind, payment.amount(), detail, null);
    }

    /** Money for a claim number that is none of ours: real money, so it waits in suspense. */
    @Transactional(TxType.MANDATORY)
    public void strange(Cause cause, StrangeClaimRemitted event) {
        var payment = event.payment();
        var claim = event.claim();
        int sequence = event.sequence();
        var key = ContentKey.of(payment.remittanceId(), null, claim);
        if (batch.knows(key.identity())) {
            return;
        }
        var source = new Source(payment.remittanceId(), sequence, payment.payer(), payment.paidOn());
        var adjudication = new Adjudication(
                key, source, null, 0, 0, 0, 0, Disposition.UNAPPLIED, null, claim.billed(), claim.paid(), List.of());
        batch.take(new TakenClaim(adjudication, claim.claimNumber(), null), payment);
        var proof = new StrangeProof(sequence, claim.billed(), claim.paid(), claim.imbalance());
        suspense.hold(cause, payment, null, claim.paid(), proof);
        suspense.except(
                cause,
                payment,
                ExceptionKind.UNKNOWN_CLAIM,
                claim.paid(),
                "claim " + sequence + " of the payment has a claim number that is none of ours",
                null);
    }

    /** Positive takes money from the provider (X12 835 PLB). */
    private static List<Entry> entries(List<ProviderAdjustment> adjustments) {
        var entries = new ArrayList<Entry>();
        for (ProviderAdjustment one : adjustments) {
            long cents = one.amount().cents();
            if (cents != 0) {
                var account = one.reason().equals(INTEREST) ? Account.INTEREST_INCOME : Account.PAYER_OFFSET;
                entries.add(Entry.ofNoClaim(account, cents));
                entries.add(Entry.ofNoClaim(Account.CASH, -cents));
            }
        }
        return entries;
    }

    private static ExceptionKind kind(RefusedBecause because) {
        return switch (because) {
            case LINE_OUT_OF_BALANCE, CLAIM_OUT_OF_BALANCE, PAYMENT_OUT_OF_BALANCE -> ExceptionKind.OUT_OF_BALANCE;
            case SAME_PAYMENT_OTHER_CONTENT -> ExceptionKind.SAME_PAYMENT_OTHER_CONTENT;
        };
    }
}
