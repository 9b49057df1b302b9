package io.openrcm.followup.triage;

import io.openrcm.events.Money;
import io.openrcm.followup.workitem.NextStep;
import io.openrcm.followup.workitem.Resolution;
import io.openrcm.followup.workitem.WorkItemKind;
import java.time.LocalDate;
import java.util.Set;

/** What a piece of claim news asks of follow-up. */
public sealed interface Triage {

    /** An answer is awaited from now on. */
    record StartClock(LocalDate answerDueOn) implements Triage {}

    /** The payer has decided; nothing is awaited. */
    record StopClock() implements Triage {}

    /**
     * A person has to look.
     *
     * @param reasonCode the payer's or our own reason as a code value
     * @param details what the person needs to see, written as JSON with the item; never about the patient
     */
    record OpenItem(
            WorkItemKind kind,
            Subject subject,
            String reasonCode,
            String reason,
            Money amount,
            LocalDate deadlineOn,
            NextStep nextStep,
            Object details)
            implements Triage {}

    /** What was open about the claim has settled itself. */
    record SettleItems(Set<WorkItemKind> kinds, Resolution resolution) implements Triage {}
}
