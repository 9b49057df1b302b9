package io.openrcm.followup.triage;

import io.openrcm.events.ClaimId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.delivery.EventSource;
import io.openrcm.followup.workitem.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim as far as follow-up has to know it: who owes what, and by when an answer is due. */
@Entity
@Table(name = "watched_claim")
public class WatchedClaim implements EventSource {

    @Id
    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "claim_number")
    private String claimNumber;

    private String facility;
    private String payer;

    @Column(name = "billed_cents")
    private long billedCents;

    @Column(name = "file_by")
    private LocalDate fileBy;

    @Enumerated(EnumType.STRING)
    private WatchStatus watch;

    @Column(name = "answer_due_on")
    private @Nullable LocalDate answerDueOn;

    @Column(name = "correlation_id")
    private UUID correlationId;

    @Column(name = "event_seq")
    private long eventSeq;

    private boolean part2;

    @Version
    @Column(name = "row_version")
    private @Nullable Long rowVersion;

    protected WatchedClaim() {}

    public static WatchedClaim of(ClaimHeader claim, UUID correlationId) {
        WatchedClaim watched = new WatchedClaim();
        watched.claimId = claim.claimId().value();
        watched.watch = WatchStatus.NOT_FILED;
        watched.correlationId = correlationId;
        var _ = watched.know(claim);
        return watched;
    }

    /** Takes over what the newest fact says of the claim; true where it has come under 42 CFR Part 2, or is no longer. */
    public boolean know(ClaimHeader claim) {
        boolean isRelabelled = part2 != claim.underPart2();
        part2 = claim.underPart2();
        claimNumber = claim.number().value();
        facility = claim.facility().value();
        payer = claim.payer().value();
        billedCents = claim.billed().cents();
        fileBy = claim.fileBy();
        return isRelabelled;
    }

    public boolean underPart2() {
        return part2;
    }

    public void awaitAnswerBy(LocalDate day) {
        watch = WatchStatus.AWAITING_ANSWER;
        answerDueOn = day;
    }

    public void answered() {
        watch = WatchStatus.ANSWERED;
        answerDueOn = null;
    }

    public void overdue() {
        watch = WatchStatus.OVERDUE;
    }

    /** Silent on that day: an answer was due before it. */
    public boolean isSilentOn(LocalDate today) {
        return watch == WatchStatus.AWAITING_ANSWER && answerDueOn != null && answerDueOn.isBefore(today);
    }

    public Subject subject() {
        return new Subject(claimId, claimNumber, null, facility, new PayerId(payer), part2);
    }

    public ClaimId claimId() {
        return new ClaimId(claimId);
    }

    public Money billed() {
        return Money.ofCents(billedCents);
    }

    public LocalDate fileBy() {
        return fileBy;
    }

    public WatchStatus watch() {
        return watch;
    }

    public @Nullable LocalDate answerDueOn() {
        return answerDueOn;
    }

    public UUID correlationId() {
        return correlationId;
    }

    @Override
    public UUID aggregateId() {
        return claimId;
    }

    @Override
    public FacilityId facility() {
        return new FacilityId(facility);
    }

    @Override
    public long nextEventSeq() {
        return ++eventSeq;
    }
}
