package io.openrcm.followup.triage;

import static io.openrcm.followup.workitem.WorkItemKind.DENIAL;
import static io.openrcm.followup.workitem.WorkItemKind.NEXT_PAYER_DUE;
import static io.openrcm.followup.workitem.WorkItemKind.NO_RESPONSE;
import static io.openrcm.followup.workitem.WorkItemKind.POST_BILL_CHANGE;
import static io.openrcm.followup.workitem.WorkItemKind.REJECTION;
import static io.openrcm.followup.workitem.WorkItemKind.REMITTANCE_EXCEPTION;
import static io.openrcm.followup.workitem.WorkItemKind.REVERSAL;

import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimEvent;
import io.openrcm.events.claims.ClaimEvent.ClaimAcceptedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimAppealed;
import io.openrcm.events.claims.ClaimEvent.ClaimDenied;
import io.openrcm.events.claims.ClaimEvent.ClaimHeld;
import io.openrcm.events.claims.ClaimEvent.ClaimPaid;
import io.openrcm.events.claims.ClaimEvent.ClaimRejectedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimReleased;
import io.openrcm.events.claims.ClaimEvent.ClaimReversed;
import io.openrcm.events.claims.ClaimEvent.ClaimSubmitted;
import io.openrcm.events.claims.ClaimEvent.PostBillChangeFound;
import io.openrcm.events.claims.ClaimEvent.RemittanceExcepted;
import io.openrcm.events.claims.ClaimEvent.ResponsibilityMoved;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.payer.RejectionReason;
import io.openrcm.followup.denial.DenialReason;
import io.openrcm.followup.denial.DenialReasons;
import io.openrcm.followup.triage.Triage.OpenItem;
import io.openrcm.followup.triage.Triage.SettleItems;
import io.openrcm.followup.triage.Triage.StartClock;
import io.openrcm.followup.triage.Triage.StopClock;
import io.openrcm.followup.workitem.NextStep;
import io.openrcm.followup.workitem.Resolution;
import io.openrcm.followup.workitem.Subject;
import io.openrcm.followup.workitem.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what each piece of claim news asks of follow-up. Pure: the day is an argument. */
public final class ClaimNews {

    /** A remittance that cannot be posted holds up cash: a working week to settle it. */
    private static final int EXCEPTION_DAYS = 7;

    /** Our own rule: a change after billing is decided within 30 days, well before a replacement would be late. */
    private static final int CHANGE_DAYS = 30;

    private final DenialReasons denialReasons;

    public ClaimNews(DenialReasons denialReasons) {
        this.denialReasons = denialReasons;
    }

    /** What to do about the news, in order; empty where nobody needs to act. */
    public List<Triage> triage(ClaimEvent news, LocalDate today) {
        return switch (news) {
            case ClaimHeld _, ClaimReleased _, ClaimAcceptedByPayer _, ClaimAppealed _ -> List.of();
            case ClaimSubmitted submitted ->
                List.of(
                        new SettleItems(Set.of(REJECTION), Resolution.RESUBMITTED),
                        new StartClock(submitted.answerDueOn()));
            case ClaimRejectedByPayer rejected -> List.of(new StopClock(), rejection(rejected));
            case ClaimPaid _ ->
                List.of(
                        new StopClock(),
                        new SettleItems(Set.of(NO_RESPONSE), Resolution.ANSWERED),
                        new SettleItems(Set.of(REJECTION, DENIAL, REVERSAL), Resolution.PAID));
            case ClaimDenied denied ->
                List.of(
                        new StopClock(),
                        new SettleItems(Set.of(NO_RESPONSE), Resolution.ANSWERED),
                        new SettleItems(Set.of(DENIAL, REVERSAL), Resolution.SUPERSEDED),
                        denial(denied));
            case ClaimReversed reversed ->
                List.of(new SettleItems(Set.of(DENIAL), Resolution.SUPERSEDED), reversal(reversed, today));
            case ResponsibilityMoved moved -> nextPayer(moved);
            case PostBillChangeFound change -> List.of(postBillChange(change, today));
            case RemittanceExcepted exception -> List.of(exception(exception, today));
        };
    }

    private static OpenItem rejection(ClaimRejectedByPayer rejected) {
        RejectionReason first = rejected.reasons().isEmpty()
                ? new RejectionReason(RejectionReason.Source.PAYER, "UNSTATED", null, null)
                : rejected.reasons().getFirst();
        String code = first.code() == null ? first.category() : first.category() + ":" + first.code();
        return new OpenItem(new Task(
                REJECTION,
                Subject.claim(rejected.claim()),
                code,
                rejectedBy(first.source()),
                rejected.claim().billed(),
                rejected.claim().fileBy(),
                NextStep.CORRECT_AND_RESUBMIT,
                Map.of("reasons", rejected.reasons())));
    }

    private static String rejectedBy(RejectionReason.Source source) {
        return switch (source) {
            case ENVELOPE -> "The file was refused as a whole";
            case SYNTAX -> "The file's syntax was refused";
            case CLEARINGHOUSE -> "The clearinghouse refused the claim";
            case PAYER -> "The payer refused the claim before adjudication";
        };
    }

    private OpenItem denial(ClaimDenied denied) {
        String code = denied.lines().isEmpty()
                ? "UNSTATED"
                : denied.lines().getFirst().reason();
        DenialReason reason = denialReasons.of(code);
        return new OpenItem(new Task(
                DENIAL,
                Subject.claim(denied.claim()),
                code,
                reason.label(),
                denied.deniedAmount(),
                denied.appealBy(),
                reason.nextStep(),
                Map.of("wholeClaim", denied.wholeClaim(), "category", reason.category(), "lines", denied.lines())));
    }

    private static OpenItem reversal(ClaimReversed reversed, LocalDate today) {
        return new OpenItem(new Task(
                REVERSAL,
                withRemittance(reversed.claim(), reversed.remittanceId().value()),
                "REVERSED",
                "The payer took its payment back; its new decision is awaited",
                reversed.takenBack(),
                today.plusDays(CHANGE_DAYS),
                NextStep.AWAIT_CORRECTION,
                Map.of()));
    }

    private static List<Triage> nextPayer(ResponsibilityMoved moved) {
        PayerId next = moved.toPayer();
        if (next == null || moved.crossedOver()) {
            return List.of();
        }
        ClaimHeader claim = moved.claim();
        Subject subject = new Subject(
                claim.claimId().value(),
                claim.number().value(),
                null,
                claim.facility().value(),
                next,
                claim.underPart2());
        return List.of(new OpenItem(new Task(
                NEXT_PAYER_DUE,
                subject,
                "NOT_CROSSED_OVER",
                "The next payer owes the rest and was not told by the one before",
                moved.amount(),
                claim.fileBy(),
                NextStep.BILL_NEXT_PAYER,
                Map.of())));
    }

    private static OpenItem postBillChange(PostBillChangeFound change, LocalDate today) {
        LocalDate usual = today.plusDays(CHANGE_DAYS);
        LocalDate fileBy = change.claim().fileBy();
        return new OpenItem(new Task(
                POST_BILL_CHANGE,
                Subject.claim(change.claim()),
                "CHANGED_AFTER_BILLING",
                "The encounter changed after its claim had left",
                change.billedNow().minus(change.claim().billed()),
                usual.isBefore(fileBy) ? usual : fileBy,
                NextStep.REVIEW_CHANGE,
                Map.of("sourceVersion", change.sourceVersion(), "billedNow", change.billedNow())));
    }

    private static OpenItem exception(RemittanceExcepted exception, LocalDate today) {
        ClaimHeader claim = exception.claim();
        Subject subject = claim == null
                ? new Subject(null, null, exception.remittanceId().value(), null, exception.payer(), false)
                : withRemittance(claim, exception.remittanceId().value());
        return new OpenItem(new Task(
                REMITTANCE_EXCEPTION,
                subject,
                exception.kind().name(),
                label(exception),
                exception.amount(),
                today.plusDays(EXCEPTION_DAYS),
                nextStep(exception),
                Map.of("traceNumber", exception.traceNumber(), "detail", exception.detail())));
    }

    private static String label(RemittanceExcepted exception) {
        return switch (exception.kind()) {
            case OUT_OF_BALANCE -> "The remittance's sums do not agree; nothing of it was posted";
            case UNKNOWN_CLAIM -> "The payer paid a claim number that is none of ours";
            case SAME_PAYMENT_OTHER_CONTENT -> "The same payment came again with other content";
            case PROBABLE_DUPLICATE -> "The payer seems to have paid the same twice";
            case REVERSAL_WITHOUT_PAYMENT -> "The payer took back what it had not paid";
            case BILLED_AMOUNT_DIFFERS -> "The payer's billed amount is not ours";
        };
    }

    private static NextStep nextStep(RemittanceExcepted exception) {
        return switch (exception.kind()) {
            case UNKNOWN_CLAIM -> NextStep.FIND_CLAIM;
            case OUT_OF_BALANCE, SAME_PAYMENT_OTHER_CONTENT -> NextStep.ASK_PAYER_FOR_NEW_REMITTANCE;
            case PROBABLE_DUPLICATE, REVERSAL_WITHOUT_PAYMENT, BILLED_AMOUNT_DIFFERS -> NextStep.REVIEW;
        };
    }

    private static Subject withRemittance(ClaimHeader claim, java.util.@Nullable UUID remittanceId) {
        return new Subject(
                claim.claimId().value(),
                claim.number().value(),
                remittanceId,
                claim.facility().value(),
                claim.payer(),
                claim.underPart2());
    }
}
