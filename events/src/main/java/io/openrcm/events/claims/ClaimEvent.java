package io.openrcm.events.claims;

import io.openrcm.events.AttemptId;
import io.openrcm.events.Event;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.RejectionReason;
import io.openrcm.security.access.AboutPatient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What claims-service says, on {@code claim-events}: what has become of a claim. The aggregate is the claim chain; for
 * {@link RemittanceExcepted} it is the remittance.
 */
public sealed interface ClaimEvent extends Event {

    /** A fact about one claim. */
    sealed interface AboutClaim extends ClaimEvent {
        ClaimHeader claim();

        @Override
        default UUID aggregateId() {
            return claim().claimId().value();
        }
    }

    /** Stopped before it left: claim edits fired, or the gateway cannot send it. Nobody outside has seen it. */
    record ClaimHeld(ClaimHeader claim, List<HoldReason> reasons) implements AboutClaim {}

    /** Passed every edit; may be transmitted. The attempt is a new one each time. */
    record ClaimReleased(
            ClaimHeader claim,
            AttemptId attemptId,
            int attempt,
            @AboutPatient ClaimContent content) implements AboutClaim {}

    /** Counts as filed: its bytes have left. */
    record ClaimSubmitted(ClaimHeader claim, AttemptId attemptId, Instant transmittedAt, LocalDate answerDueOn)
            implements AboutClaim {}

    /** Taken in for adjudication by the payer. */
    record ClaimAcceptedByPayer(
            ClaimHeader claim,
            AttemptId attemptId,
            @Nullable String payerClaimNumber) implements AboutClaim {}

    /** Never adjudicated: correct and resubmit before {@code claim.fileBy}; there is no appeal. */
    record ClaimRejectedByPayer(ClaimHeader claim, AttemptId attemptId, List<RejectionReason> reasons)
            implements AboutClaim {}

    /** Adjudicated with something paid or owed by the patient; {@code open} is what some payer still owes. */
    record ClaimPaid(
            ClaimHeader claim,
            RemittanceId remittanceId,
            Money paid,
            Money adjusted,
            Money patientResponsibility,
            Money open)
            implements AboutClaim {}

    /**
     * Adjudicated with nothing payable, for the whole claim or for some of its lines, for a reason we can contest or
     * correct. The denied amount stays open until a person decides.
     */
    record ClaimDenied(
            ClaimHeader claim,
            RemittanceId remittanceId,
            boolean wholeClaim,
            Money deniedAmount,
            List<DeniedLine> lines,
            LocalDate appealBy)
            implements AboutClaim {}

    /** The payer took back an earlier decision, every amount negated. */
    record ClaimReversed(ClaimHeader claim, RemittanceId remittanceId, Money takenBack) implements AboutClaim {}

    /** One payer is done and another, or the patient, owes the rest. {@code toPayer} is absent when it is the patient. */
    record ResponsibilityMoved(ClaimHeader claim, @Nullable PayerId toPayer, Money amount, boolean crossedOver)
            implements AboutClaim {}

    /** The encounter changed after its claim had left. */
    record PostBillChangeFound(ClaimHeader claim, int sourceVersion, Money billedNow) implements AboutClaim {}

    /** A person filed an appeal with the payer. */
    record ClaimAppealed(ClaimHeader claim, UUID workItemId, int level, LocalDate filedOn) implements AboutClaim {}

    /** Money or an account of money that could not be posted; nothing of it has moved. */
    record RemittanceExcepted(
            RemittanceId remittanceId,
            PayerId payer,
            String traceNumber,
            ExceptionKind kind,
            Money amount,
            String detail,
            @Nullable ClaimHeader claim)
            implements ClaimEvent {
        @Override
        public UUID aggregateId() {
            return remittanceId.value();
        }
    }

    enum ExceptionKind {
        OUT_OF_BALANCE,
        UNKNOWN_CLAIM,
        SAME_PAYMENT_OTHER_CONTENT,
        PROBABLE_DUPLICATE,
        REVERSAL_WITHOUT_PAYMENT,
        BILLED_AMOUNT_DIFFERS
    }

    /**
     * Why a claim is held.
     *
     * @param editId the claim edit's stable id, for instance {@code CE-004}
     * @param field path into the claim's content, JSON pointer
     * @param owner the team that can mend it: {@code registration, coding, billing, administration}
     */
    record HoldReason(String editId, String field, String message, String owner) {}

    /** A denied line; {@code remarks} are RARC code values. */
    record DeniedLine(String controlNumber, Money amount, AdjustmentGroup group, String reason, List<String> remarks) {}
}
