package io.openrcm.followup.deadline;

import io.openrcm.events.Ids;
import io.openrcm.followup.triage.WatchedClaim;
import io.openrcm.followup.triage.WatchedClaims;
import io.openrcm.followup.workitem.NextStep;
import io.openrcm.followup.workitem.Task;
import io.openrcm.followup.workitem.WorkItem;
import io.openrcm.followup.workitem.WorkItemKind;
import io.openrcm.followup.workitem.WorkItems;
import io.openrcm.security.access.ForAllFacilities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Opens a work item for every claim whose answer did not come by the day it was due. A missing answer means waiting, never
 * rejected: the claim is not sent again before somebody has asked the payer.
 */
@ApplicationScoped
public class FindSilentClaims {

    private static final int BATCH = 500;

    private final WatchedClaims watchedClaims;
    private final WorkItems workItems;
    private final Clock clock;

    public FindSilentClaims(WatchedClaims watchedClaims, WorkItems workItems, Clock clock) {
        this.watchedClaims = watchedClaims;
        this.workItems = workItems;
        this.clock = clock;
    }

    @ForAllFacilities
    @Scheduled(every = "{openrcm.silent-claims.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        int found;
        do {
            found = QuarkusTransaction.requiringNew().call(this::openForOneBatch);
        } while (found == BATCH);
    }

    /** One transaction's worth; the number of claims found silent. */
    int openForOneBatch() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<WatchedClaim> silent = watchedClaims.silentOn(today, BATCH);
        for (WatchedClaim claim : silent) {
            workItems.persist(WorkItem.open(id(claim), item(claim), "{}", now, today));
            claim.overdue();
        }
        return silent.size();
    }

    private static UUID id(WatchedClaim claim) {
        return Ids.derived(claim.aggregateId(), WorkItemKind.NO_RESPONSE + "/" + claim.answerDueOn());
    }

    /** What a silent claim asks for: a question to the payer, while there is time to file again. */
    static Task item(WatchedClaim claim) {
        return new Task(
                WorkItemKind.NO_RESPONSE,
                claim.subject(),
                "NO_ANSWER",
                "No answer since " + Objects.requireNonNull(claim.answerDueOn()),
                claim.billed(),
                claim.fileBy(),
                NextStep.ASK_PAYER_FOR_STATUS,
                "");
    }
}
