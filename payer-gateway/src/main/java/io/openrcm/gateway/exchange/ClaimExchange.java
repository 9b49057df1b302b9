package io.openrcm.gateway.exchange;

import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.FacilityId;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.EventSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What payer-gateway knows of one claim chain. Whatever is said about the claim is said with this row locked, so its events
 * have one order.
 */
@Entity
@Table(name = "claim_exchange")
public class ClaimExchange implements EventSource {

    @Id
    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "event_seq")
    private long eventSeq;

    @Column(name = "claim_number")
    private String claimNumber;

    private String facility;

    @Column(name = "correlation_id")
    private UUID correlationId;

    @Column(name = "payer_id")
    private String payerId;

    @Column(name = "payer_claim_number")
    private @Nullable String payerClaimNumber;

    private boolean part2;

    protected ClaimExchange() {}

    public ClaimExchange(ClaimHeader claim, UUID correlationId) {
        this.claimId = claim.claimId().value();
        this.claimNumber = claim.number().value();
        this.facility = claim.facility().value();
        this.correlationId = correlationId;
        this.payerId = claim.payer().value();
        this.part2 = claim.underPart2();
    }

    /** Takes the label that the claim has now; true where the claim had left without it. */
    public boolean comesUnderPart2(ClaimHeader claim) {
        boolean isNews = claim.underPart2() && !part2;
        part2 = claim.underPart2();
        return isNews;
    }

    @Override
    public UUID aggregateId() {
        return claimId;
    }

    @Override
    public long nextEventSeq() {
        return ++eventSeq;
    }

    /** What is said about the claim because of {@code id}: a file, an interchange. */
    public Cause because(UUID id) {
        return new Cause(id, correlationId);
    }

    public void sendTo(PayerId payer) {
        payerId = payer.value();
    }

    /** Keeps the payer's number for the claim, by which later answers may name it. */
    public void knownToPayerAs(@Nullable String number) {
        if (number != null) {
            payerClaimNumber = number;
        }
    }

    public ClaimId claimId() {
        return new ClaimId(claimId);
    }

    public ClaimNumber claimNumber() {
        return new ClaimNumber(claimNumber);
    }

    @Override
    public FacilityId facility() {
        return new FacilityId(facility);
    }

    /** Who may see it. */
    public Audience audience() {
        return new Audience(Set.of(facility()), part2);
    }

    /** The payer to whom the claim was sent last. */
    public PayerId payer() {
        return new PayerId(payerId);
    }

    public @Nullable String payerClaimNumber() {
        return payerClaimNumber;
    }
}
