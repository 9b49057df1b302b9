package io.openrcm.followup.workitem;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.followup.FollowUpProblem;
import io.openrcm.rest.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One task of a person about one claim or one payment, with an amount, a deadline and a next step. */
@Entity
@Table(name = "work_item")
public class WorkItem {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private WorkItemKind kind;

    @Enumerated(EnumType.STRING)
    private WorkItemStatus status;

    @Column(name = "claim_id")
    private @Nullable UUID claimId;

    @Column(name = "claim_number")
    private @Nullable String claimNumber;

    @Column(name = "remittance_id")
    private @Nullable UUID remittanceId;

    private @Nullable String facility;
    private String payer;

    @Column(name = "reason_code")
    private String reasonCode;

    private String reason;
    private String details;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "deadline_on")
    private LocalDate deadlineOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "next_step")
    private NextStep nextStep;

    @Column(name = "next_action_on")
    private LocalDate nextActionOn;

    @Column(name = "opened_at")
    private Instant openedAt;

    private @Nullable String owner;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable Resolution resolution;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @Column(updatable = false) // it changes with the claim's, for all items of the claim at once
    private boolean part2;

    @Version
    @Column(name = "row_version")
    private @Nullable Long rowVersion;

    protected WorkItem() {}

    public static WorkItem open(UUID id, Task asked, String details, Instant now, LocalDate today) {
        WorkItem item = new WorkItem();
        item.id = id;
        item.kind = asked.kind();
        item.status = WorkItemStatus.OPEN;
        item.claimId = asked.subject().claimId();
        item.claimNumber = asked.subject().claimNumber();
        item.remittanceId = asked.subject().remittanceId();
        item.facility = asked.subject().facility();
        item.payer = asked.subject().payer().value();
        item.part2 = asked.subject().part2();
        item.reasonCode = asked.reasonCode();
        item.reason = asked.reason();
        item.details = details;
        item.amountCents = asked.amount().cents();
        item.deadlineOn = asked.deadlineOn();
        item.nextStep = asked.nextStep();
        item.nextActionOn = today;
        item.openedAt = now;
        return item;
    }

    /** Gives the item to one person for a while; another person can take it only after that. */
    public void take(String person, Duration lease, Instant now) {
        if (isLeasedToAnother(person, now)) {
            throw new Problem(
                    FollowUpProblem.WORK_ITEM_TAKEN, "Somebody else is working on it until " + leasedUntil + ".");
        }
        // Taking a waiting item only claims it; the payer still has the next word.
        if (status != WorkItemStatus.WAITING) {
            move(WorkItemTransition.TAKE);
        }
        owner = person;
        leasedUntil = now.plus(lease);
    }

    public void giveBackBy(String person, Instant now) {
        refuseWhenLeasedToAnother(person, now);
        giveBack();
    }

    public void giveBack() {
        if (status == WorkItemStatus.TAKEN) {
            move(WorkItemTransition.GIVE_BACK);
        }
        owner = null;
        leasedUntil = null;
    }

    public void correctionAsked(String person, Instant now) {
        refuseWhenLeasedToAnother(person, now);
        move(WorkItemTransition.ASK_CORRECTION);
    }

    public void appealFiled(String person, Instant now) {
        refuseWhenLeasedToAnother(person, now);
        move(WorkItemTransition.FILE_APPEAL);
    }

    public void resolve(Resolution how, Instant now) {
        move(WorkItemTransition.RESOLVE);
        resolution = how;
        resolvedAt = now;
        leasedUntil = null;
    }

    public void actNextOn(LocalDate day) {
        nextActionOn = day;
    }

    public ClaimId requireClaim() {
        if (claimId == null) {
            throw new Problem(
                    FollowUpProblem.WORK_ITEM_WITHOUT_CLAIM, "It is about a payment, not about a claim of ours.");
        }
        return new ClaimId(claimId);
    }

    private void move(WorkItemTransition transition) {
        if (!transition.isPossibleFrom(status)) {
            throw new Problem(
                    FollowUpProblem.WORK_ITEM_STATUS, transition + " is not possible while it is " + status + ".");
        }
        status = transition.to();
    }

    private void refuseWhenLeasedToAnother(String person, Instant now) {
        if (isLeasedToAnother(person, now)) {
            throw new Problem(
                    FollowUpProblem.WORK_ITEM_TAKEN, "Somebody else is working on it until " + leasedUntil + ".");
        }
    }

    private boolean isLeasedToAnother(String person, Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now) && !person.equals(owner);
    }

    public boolean isResolved() {
        return status == WorkItemStatus.RESOLVED;
    }

    public UUID id() {
        return id;
    }

    public WorkItemKind kind() {
        return kind;
    }

    public WorkItemStatus status() {
        return status;
    }

    /** Absent where the payer paid what is none of ours. */
    public @Nullable String facility() {
        return facility;
    }

    public @Nullable UUID claimId() {
        return claimId;
    }

    public long version() {
        return rowVersion == null ? 0 : rowVersion;
    }

    public Money amount() {
        return Money.ofCents(amountCents);
    }

    public LocalDate deadlineOn() {
        return deadlineOn;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Resolution resolution() {
        return resolution;
    }

    public @Nullable String owner() {
        return owner;
    }

    public String details() {
        return details;
    }

    /** Everything a list shows of it. */
    public WorkItemSummary summary() {
        return new WorkItemSummary(
                id,
                kind,
                status,
                claimNumber,
                claimId,
                remittanceId,
                facility,
                payer,
                reasonCode,
                reason,
                amount(),
                deadlineOn,
                nextStep,
                nextActionOn,
                openedAt,
                owner,
                leasedUntil,
                resolution,
                resolvedAt,
                part2 ? Boolean.TRUE : null);
    }
}
