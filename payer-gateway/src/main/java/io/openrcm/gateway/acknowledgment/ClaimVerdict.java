package io.openrcm.gateway.acknowledgment;

import io.openrcm.events.payer.RejectionReason;
import io.openrcm.events.payer.RejectionReason.Source;
import io.openrcm.gateway.submission.Answerer;
import io.openrcm.gateway.x12.answer.ClaimAck.Action;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.Status;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one claim acknowledgment says of one claim, in our words. */
sealed interface ClaimVerdict {

    record Accepted(@Nullable String payerClaimNumber) implements ClaimVerdict {}

    record Rejected(List<RejectionReason> reasons) implements ClaimVerdict {}

    /** Somebody on the way has it; the payer has not spoken. */
    record Forwarded() implements ClaimVerdict {}

    /**
     * One rejected line rejects the claim. A payer that takes a claim without any rejection takes it in for adjudication; a
     * clearinghouse does so only where it says so (A2).
     */
    static ClaimVerdict of(Answerer by, ClaimStatus status) {
        if (status.isRejected()) {
            var lines = status.lines().stream().flatMap(line -> line.statuses().stream());
            return new Rejected(reasons(by, Stream.concat(status.statuses().stream(), lines)));
        }
        boolean takenByPayer =
                by == Answerer.PAYER && status.statuses().stream().anyMatch(one -> one.action() == Action.ACCEPT);
        return status.isAcceptedForAdjudication() || takenByPayer
                ? new Accepted(status.payerClaimNumber())
                : new Forwarded();
    }

    /** The refusal of a whole batch or provider, which refuses every claim below it. */
    static Rejected rejectedWith(Answerer by, Status status) {
        return new Rejected(reasons(by, Stream.of(status)));
    }

    private static List<RejectionReason> reasons(Answerer by, Stream<Status> statuses) {
        var source = switch (by) {
            case CLEARINGHOUSE -> Source.CLEARINGHOUSE;
            case PAYER -> Source.PAYER;
        };
        return statuses.filter(Status::isRejected)
                .flatMap(status -> status.codes().stream())
                .map(code -> new RejectionReason(source, code.category(), code.code(), code.entity()))
                .distinct()
                .toList();
    }
}
