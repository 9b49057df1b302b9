package io.openrcm.followup.desk;

import io.openrcm.events.delivery.Cause;
import io.openrcm.events.delivery.Outbox;
import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.events.followup.FollowUpEvent.AppealFiled;
import io.openrcm.events.followup.FollowUpEvent.CorrectionRequested;
import io.openrcm.events.followup.FollowUpEvent.FieldCorrection;
import io.openrcm.followup.FollowUpProblem;
import io.openrcm.followup.triage.WatchedClaim;
import io.openrcm.followup.triage.WatchedClaims;
import io.openrcm.followup.workitem.Resolution;
import io.openrcm.followup.workitem.WorkItem;
import io.openrcm.followup.workitem.WorkItemKind;
import io.openrcm.followup.workitem.WorkItemNote;
import io.openrcm.followup.workitem.WorkItems;
import io.openrcm.rest.ETags;
import io.openrcm.rest.Problem;
import io.openrcm.security.access.Caller;
import io.openrcm.security.access.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person does with a work item. Each act is one transaction, with a note of who did it. */
@ApplicationScoped
@Transactional
public class WorkOnItem {

    private final WorkItems workItems;
    private final WatchedClaims watchedClaims;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Clock clock;

    public WorkOnItem(
            WorkItems workItems, WatchedClaims watchedClaims, EntityManager entities, Outbox outbox, Clock clock) {
        this.workItems = workItems;
        this.watchedClaims = watchedClaims;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    public WorkItem take(UUID id, String person, Duration lease) {
        WorkItem item = locked(id, null);
        item.take(person, lease, clock.instant());
        return item;
    }

    /** Whoever holds it gives it back; a supervisor does so for anybody. */
    public WorkItem giveBack(UUID id, Caller person) {
        WorkItem item = locked(id, null);
        if (person.roles().contains(Roles.SUPERVISOR)) {
            item.giveBack();
        } else {
            item.giveBackBy(person.name(), clock.instant());
        }
        return item;
    }

    public WorkItem note(UUID id, String author, String text, @Nullable LocalDate nextActionOn) {
        WorkItem item = locked(id, null);
        if (nextActionOn != null) {
            item.actNextOn(nextActionOn);
        }
        write(item, author, text);
        return item;
    }

    /** Asks claims-service to send the claim again, corrected. */
    public WorkItem askCorrection(
            UUID id, @Nullable Long expected, String person, List<FieldCorrection> corrections, @Nullable String note) {
        WorkItem item = locked(id, expected);
        item.correctionAsked(person, clock.instant());
        say(item, new CorrectionRequested(item.requireClaim(), id, corrections, person, note));
        write(item, person, note == null ? "Asked for a corrected claim." : note);
        return item;
    }

    /** Records an appeal that went to the payer. A claim that was never adjudicated has nothing to appeal. */
    public WorkItem fileAppeal(UUID id, @Nullable Long expected, String person, int level, LocalDate filedOn) {
        WorkItem item = locked(id, expected);
        if (item.kind() != WorkItemKind.DENIAL) {
            throw new Problem(FollowUpProblem.NO_APPEAL_RIGHTS, "Only a denial can be appealed; correct and resubmit.");
        }
        if (filedOn.isAfter(item.deadlineOn())) {
            throw new Problem(FollowUpProblem.APPEAL_TOO_LATE, "The last day was " + item.deadlineOn() + ".");
        }
        item.appealFiled(person, clock.instant());
        say(item, new AppealFiled(item.requireClaim(), id, level, filedOn, person));
        write(item, person, "Appeal filed, level " + level + ".");
        return item;
    }

    public WorkItem resolve(UUID id, @Nullable Long expected, String person, Resolution how, String note) {
        WorkItem item = locked(id, expected);
        item.resolve(how, clock.instant());
        write(item, person, note);
        return item;
    }

    private WorkItem locked(UUID id, @Nullable Long expected) {
        WorkItem item = workItems.get(id);
        entities.lock(item, LockModeType.PESSIMISTIC_WRITE);
        ETags.check(expected, item.version());
        return item;
    }

    private void say(WorkItem item, FollowUpEvent event) {
        WatchedClaim claim = watchedClaims.findById(item.requireClaim().value(), LockModeType.PESSIMISTIC_WRITE);
        outbox.record(new Cause(UUID.randomUUID(), claim.correlationId()), claim, event);
    }

    private void write(WorkItem item, String author, String text) {
        entities.persist(WorkItemNote.about(item, UUID.randomUUID(), clock.instant(), author, text));
    }
}
