package io.openrcm.events.payer;

import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Event;
import io.openrcm.events.Money;
import io.openrcm.security.access.AboutPatient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What payer-gateway says, on {@code payer-events}: what was sent to payers and what they answered, in the words of the
 * glossary. The aggregate is the claim chain, or the remittance for facts about a whole payment.
 */
public sealed interface PayerEvent extends Event {

    /** A fact about one claim. */
    sealed interface AboutClaim extends PayerEvent {
        ClaimId claimId();

        @Override
        default UUID aggregateId() {
            return claimId().value();
        }
    }

    /** A fact about one payment. */
    sealed interface AboutPayment extends PayerEvent {
        Payment payment();

        @Override
        default UUID aggregateId() {
            return payment().remittanceId().value();
        }
    }

    /** The bytes have left. {@code interchange} is the control number under which they went. */
    record ClaimTransmitted(ClaimId claimId, AttemptId attemptId, String interchange, Instant transmittedAt)
            implements AboutClaim {}

    /** The gateway cannot send this claim: no such payer, or the adapter lacks what the claim needs. Nothing left. */
    record TransmissionRefused(ClaimId claimId, AttemptId attemptId, Refusal refusal, String detail)
            implements AboutClaim {}

    enum Refusal {
        UNKNOWN_PAYER,
        UNSUPPORTED_BY_PAYER,
        NOT_EXPRESSIBLE
    }

    /** Taken in for adjudication. */
    record ClaimAccepted(
            ClaimId claimId, AttemptId attemptId, @Nullable String payerClaimNumber, Instant receivedAt)
            implements AboutClaim {}

    /** Refused before adjudication. */
    record ClaimRejected(ClaimId claimId, AttemptId attemptId, List<RejectionReason> reasons, Instant receivedAt)
            implements AboutClaim {}

    /** The payer's decision on one claim, from a balanced remittance. {@code sequence} is its place there, from 1. */
    record ClaimRemitted(ClaimId claimId, Payment payment, int sequence, RemittedClaim claim) implements AboutClaim {}

    /** A balanced remittance has been taken in; its claims follow or went before. */
    record RemittanceReceived(
            Payment payment,
            int claims,
            Money claimsPaid,
            @AboutPatient List<ProviderAdjustment> adjustments) implements AboutPayment {}

    /** A payer's decision on a claim number that is none of ours. */
    record StrangeClaimRemitted(
            Payment payment, int sequence, @AboutPatient RemittedClaim claim) implements AboutPayment {}

    /** A remittance whose sums do not agree, or that repeats a payment with other content. Nothing of it was passed on. */
    record RemittanceRefused(Payment payment, RefusedBecause because, String where, Money expected, Money actual)
            implements AboutPayment {}

    enum RefusedBecause {
        LINE_OUT_OF_BALANCE,
        CLAIM_OUT_OF_BALANCE,
        PAYMENT_OUT_OF_BALANCE,
        SAME_PAYMENT_OTHER_CONTENT
    }
}
