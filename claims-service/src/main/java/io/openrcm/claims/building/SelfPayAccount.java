package io.openrcm.claims.building;

import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.coding.CodedEncounter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An encounter of which no payer is asked anything. It closes when a later version of the encounter has insurance. */
@Entity
@Table(name = "self_pay_account")
public class SelfPayAccount {

    public enum Reason {
        NO_COVERAGE,
        NOTHING_CHARGED
    }

    @Id
    private UUID encounterId;

    private int sourceVersion;
    private String facility;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private long billedCents;
    private LocalDate serviceFrom;
    private LocalDate serviceThrough;
    private Instant openedAt;
    private @Nullable Instant closedAt;
    private boolean part2;

    protected SelfPayAccount() {}

    SelfPayAccount(EncounterId encounterId, CodedEncounter encounter, Reason reason, Money billed, Instant openedAt) {
        this.encounterId = encounterId.value();
        this.openedAt = openedAt;
        owes(reason, billed, encounter);
    }

    final void owes(Reason because, Money billed, CodedEncounter encounter) {
        reason = because;
        billedCents = billed.cents();
        sourceVersion = encounter.source().version();
        facility = encounter.facility().value();
        serviceFrom = encounter.serviceFrom();
        serviceThrough = encounter.serviceThrough();
        closedAt = null;
        part2 = encounter.part2() != null;
    }

    void close(Instant at) {
        if (closedAt == null) {
            closedAt = at;
        }
    }

    int sourceVersion() {
        return sourceVersion;
    }

    public EncounterId encounterId() {
        return new EncounterId(encounterId);
    }

    public FacilityId facility() {
        return new FacilityId(facility);
    }

    /** Whether 42 CFR Part 2 protects the encounter. */
    public boolean underPart2() {
        return part2;
    }

    public Reason reason() {
        return reason;
    }

    public Money billed() {
        return Money.ofCents(billedCents);
    }

    public LocalDate serviceFrom() {
        return serviceFrom;
    }

    public LocalDate serviceThrough() {
        return serviceThrough;
    }

    public Instant openedAt() {
        return openedAt;
    }
}
