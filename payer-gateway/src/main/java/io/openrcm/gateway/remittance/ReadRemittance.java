package io.openrcm.gateway.remittance;

import io.openrcm.events.Ids;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.payer.PayerEvent.RefusedBecause;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.Payment;
import io.openrcm.gateway.acknowledgment.Origin;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.payer.PayerProfiles;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.remittance.RemittanceProof;
import io.openrcm.gateway.x12.remittance.RemittanceProof.Balanced;
import io.openrcm.gateway.x12.remittance.RemittanceProof.OutOfBalance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Step 9 of a claim's path: takes in a balanced remittance once, and passes on what it says of each claim. One that is out of
 * balance, or that tells a known payment differently, is refused as a whole.
 */
@ApplicationScoped
public class ReadRemittance {

    private final PayerProfiles payers;
    private final Remittances remittances;
    private final PassOnClaims passOnClaims;
    private final Outbox outbox;

    ReadRemittance(PayerProfiles payers, Remittances remittances, PassOnClaims passOnClaims, Outbox outbox) {
        this.payers = payers;
        this.remittances = remittances;
        this.passOnClaims = passOnClaims;
        this.outbox = outbox;
    }

    /** What became of a remittance, and for whom it is where that has shown. */
    public record Reading(RemittanceOutcome outcome, Optional<Audience> audience) {
        static Reading of(RemittanceOutcome outcome) {
            return new Reading(outcome, Optional.empty());
        }
    }

    /**
     * Reads one remittance.
     *
     * @param contentHash of everything the advice says, without the numbers under which it came
     */
    @Transactional(TxType.MANDATORY)
    public Reading read(Origin origin, RemittanceAdvice advice, byte[] contentHash) {
        return PayerOfRemittance.of(advice, origin.partner(), payers.all())
                .map(payer -> read(
                        origin, advice, payment(advice, payer), HexFormat.of().formatHex(contentHash)))
                .orElseGet(() -> Reading.of(RemittanceOutcome.UNKNOWN_PAYER));
    }

    private Reading read(Origin origin, RemittanceAdvice advice, Payment payment, String hash) {
        var known = remittances.locked(payment.remittanceId().value());
        var key = new RemittanceContent.Key(payment.remittanceId().value(), hash);
        if (!remittances.noteContent(key, origin.fileId())) {
            return Reading.of(RemittanceOutcome.REPEATED);
        }
        var remittance = known.orElseGet(() -> opened(payment, advice, origin));
        if (remittance.isTakenIn()) {
            refuse(
                    origin,
                    remittance,
                    new RemittanceRefused(
                            payment,
                            RefusedBecause.SAME_PAYMENT_OTHER_CONTENT,
                            "payment",
                            remittance.claimsPaid(),
                            advice.claimsPaid()));
            return Reading.of(RemittanceOutcome.REFUSED);
        }
        return switch (RemittanceProof.of(advice)) {
            case Balanced _ -> takeIn(origin, advice, payment, remittance);
            case OutOfBalance gap -> {
                refuse(origin, remittance, refusal(payment, gap));
                yield Reading.of(RemittanceOutcome.REFUSED);
            }
        };
    }

    private Remittance opened(Payment payment, RemittanceAdvice advice, Origin origin) {
        var remittance = new Remittance(payment, advice, origin);
        remittances.persist(remittance);
        return remittance;
    }

    private Reading takeIn(Origin origin, RemittanceAdvice advice, Payment payment, Remittance remittance) {
        remittance.takeIn(advice, origin);
        outbox.record(
                remittance.because(origin.fileId()),
                remittance,
                new RemittanceReceived(payment, advice.claims().size(), advice.claimsPaid(), advice.adjustments()));
        var audience = passOnClaims.passOn(origin, payment, remittance, advice.claims());
        return new Reading(RemittanceOutcome.TAKEN_IN, Optional.of(audience));
    }

    private void refuse(Origin origin, Remittance remittance, RemittanceRefused event) {
        outbox.record(remittance.because(origin.fileId()), remittance, event);
    }

    private static RemittanceRefused refusal(Payment payment, OutOfBalance gap) {
        var because = switch (gap.level()) {
            case LINE -> RefusedBecause.LINE_OUT_OF_BALANCE;
            case CLAIM, CLAIM_CHARGES -> RefusedBecause.CLAIM_OUT_OF_BALANCE;
            case PAYMENT -> RefusedBecause.PAYMENT_OUT_OF_BALANCE;
        };
        return new RemittanceRefused(payment, because, gap.where(), gap.expected(), gap.actual());
    }

    /** A payment is the same one if payer's tax id, trace number, date and amount are (TRN03, TRN02, BPR16 and BPR02). */
    private static Payment payment(RemittanceAdvice advice, PayerId payer) {
        var identity = String.join(
                "/",
                advice.payerTaxId(),
                advice.traceNumber(),
                advice.paidOn().toString(),
                advice.amount().toString());
        return new Payment(
                new RemittanceId(Ids.derived(identity)),
                payer,
                advice.traceNumber(),
                advice.payerTaxId(),
                advice.paidOn(),
                advice.amount());
    }
}
