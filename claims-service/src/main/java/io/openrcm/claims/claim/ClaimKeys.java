package io.openrcm.claims.claim;

import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.claims.ClaimType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a claim is about, without a word about the patient: the columns that lists filter by and headers are made of. */
@Embeddable
public class ClaimKeys {

    private String number;
    private UUID encounterId;
    private int sourceVersion;
    private String facility;

    @Enumerated(EnumType.STRING)
    private ClaimType type;

    private String payer;
    private String payersInOrder;
    private int destinationRank;
    private long billedCents;
    private LocalDate serviceFrom;
    private LocalDate serviceThrough;
    private LocalDate fileBy;
    private boolean part2;

    protected ClaimKeys() {}

    ClaimKeys(ClaimOrigin origin, ClaimContent content, LocalDate fileBy) {
        this.number = content.number().value();
        this.encounterId = origin.encounterId().value();
        this.sourceVersion = origin.sourceVersion();
        this.facility = origin.facility().value();
        this.type = content.type();
        this.part2 = content.part2() != null;
        take(content, fileBy);
    }

    final void take(ClaimContent content, LocalDate fileByNow) {
        payer = content.destination().payer().value();
        payersInOrder = content.coverages().stream()
                .map(coverage -> coverage.payer().value())
                .collect(Collectors.joining(","));
        destinationRank = content.destinationRank();
        billedCents = content.total().cents();
        serviceFrom = content.statementFrom();
        serviceThrough = content.statementThrough();
        fileBy = fileByNow;
    }

    void owes(PayerId payerNow) {
        payer = payerNow.value();
    }

    void builtFrom(int newSourceVersion, boolean underPart2) {
        sourceVersion = newSourceVersion;
        part2 = underPart2;
    }

    boolean underPart2() {
        return part2;
    }

    ClaimHeader header(UUID claimId, int version) {
        return new ClaimHeader(
                new ClaimId(claimId),
                new ClaimNumber(number),
                version,
                type,
                facility(),
                new EncounterId(encounterId),
                payer(),
                billed(),
                serviceFrom,
                serviceThrough,
                fileBy,
                part2);
    }

    FacilityId facility() {
        return new FacilityId(facility);
    }

    int sourceVersion() {
        return sourceVersion;
    }

    PayerId payer() {
        return new PayerId(payer);
    }

    List<PayerId> payersInOrder() {
        return Arrays.stream(payersInOrder.split(",")).map(PayerId::new).toList();
    }

    int destinationRank() {
        return destinationRank;
    }

    Money billed() {
        return Money.ofCents(billedCents);
    }
}
