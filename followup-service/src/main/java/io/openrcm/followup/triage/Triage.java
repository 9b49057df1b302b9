package io.openrcm.followup.triage;

import io.openrcm.followup.workitem.Resolution;
import io.openrcm.followup.workitem.Task;
import io.openrcm.followup.workitem.WorkItemKind;
import java.time.LocalDate;
import java.util.Set;

/** What a piece of claim news asks of follow-up. */
public sealed interface Triage {

    /** An answer is awaited from now on. */
    record StartClock(LocalDate answerDueOn) implements Triage {}

    /** The payer has decided; nothing is awaited. */
    record StopClock() implements Triage {}

    /** A person has to look. */
    record OpenItem(Task task) implements Triage {}

    /** What was open about the claim has settled itself. */
    record SettleItems(Set<WorkItemKind> kinds, Resolution resolution) implements Triage {}
}
