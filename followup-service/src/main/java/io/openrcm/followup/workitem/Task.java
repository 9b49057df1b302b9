package io.openrcm.followup.workitem;

import io.openrcm.events.Money;
import java.time.LocalDate;

/**
 * What a person has to do, and about what.
 *
 * @param reasonCode the payer's or our own reason as a code value
 * @param amount what is at stake
 * @param deadlineOn the last day on which it helps
 * @param details what the person needs to see, written as JSON with the item; never about the patient
 */
public record Task(
        WorkItemKind kind,
        Subject subject,
        String reasonCode,
        String reason,
        Money amount,
        LocalDate deadlineOn,
        NextStep nextStep,
        Object details) {}
