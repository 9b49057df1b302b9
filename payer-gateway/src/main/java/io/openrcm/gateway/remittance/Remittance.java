package io.openrcm.gateway.remittance;

import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.EventSource;
import io.openrcm.events.payer.Payment;
import io.openrcm.gateway.acknowledgment.Origin;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One payment with its account of claims. Whatever is said about the payment is said with this row locked. */
@Entity
@Table(name = "remittance")
class Remittance implements EventSource {

    @Id
    private UUID id;

    @Column(name = "event_seq")
    private long eventSeq;

    @Column(name = "payer_id")
    private String payerId;

    @Column(name = "payer_tax_id")
    private String payerTaxId;

    @Column(name = "trace_number")
    private String traceNumber;

    @Column(name = "paid_on")
    private LocalDate paidOn;

    @Column(name = "amount_cents")
    private long amountCents;

    @Enumerated(EnumType.STRING)
    private RemittanceStatus status = RemittanceStatus.REFUSED;

    private int claims;

    @Column(name = "claims_paid_cents")
    private long claimsPaidCents;

    @Column(name = "file_id")
    private UUID fileId;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected Remittance() {}

    Remittance(Payment payment, RemittanceAdvice advice, Origin origin) {
        this.id = payment.remittanceId().value();
        this.payerId = payment.payer().value();
        this.payerTaxId = payment.payerTaxId();
        this.traceNumber = payment.traceNumber();
        this.paidOn = payment.paidOn();
        this.amountCents = payment.amount().cents();
        readFrom(advice, origin);
    }

    private void readFrom(RemittanceAdvice advice, Origin origin) {
        claims = advice.claims().size();
        claimsPaidCents = advice.claimsPaid().cents();
        fileId = origin.fileId();
        receivedAt = origin.receivedAt();
    }

    /** A balanced account is final: what comes under the same payment later repeats it or contradicts it. */
    void takeIn(RemittanceAdvice advice, Origin origin) {
        if (status == RemittanceStatus.BALANCED) {
            throw new IllegalStateException("a payment's account is taken in once");
        }
        readFrom(advice, origin);
        status = RemittanceStatus.BALANCED;
    }

    boolean isTakenIn() {
        return status == RemittanceStatus.BALANCED;
    }

    /** What the claims of the account come to together. */
    Money claimsPaid() {
        return Money.ofCents(claimsPaidCents);
    }

    RemittanceView view() {
        return new RemittanceView(
                new RemittanceId(id),
                payerId,
                traceNumber,
                payerTaxId,
                paidOn,
                Money.ofCents(amountCents),
                status,
                claims,
                claimsPaid(),
                fileId,
                receivedAt);
    }

    /** What is said about the payment because of a file. */
    Cause because(UUID file) {
        return new Cause(file, id);
    }

    @Override
    public UUID aggregateId() {
        return id;
    }

    @Override
    public @Nullable FacilityId facility() {
        return null;
    }

    @Override
    public long nextEventSeq() {
        return ++eventSeq;
    }
}
