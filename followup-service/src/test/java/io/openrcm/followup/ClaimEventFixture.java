package io.openrcm.followup;

import io.openrcm.events.AttemptId;
import io.openrcm.events.ClaimId;
import io.openrcm.events.ClaimNumber;
import io.openrcm.events.EncounterId;
import io.openrcm.events.Event;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.claims.ClaimEvent.ClaimDenied;
import io.openrcm.events.claims.ClaimEvent.ClaimPaid;
import io.openrcm.events.claims.ClaimEvent.ClaimRejectedByPayer;
import io.openrcm.events.claims.ClaimEvent.ClaimSubmitted;
import io.openrcm.events.claims.ClaimEvent.DeniedLine;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.claims.ClaimEvent.RemittanceExcepted;
import io.openrcm.events.claims.ClaimHeader;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.payer.AdjustmentGroup;
import io.openrcm.events.payer.RejectionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about one claim, valid by default; {@code key} tells claims apart. */
public final class ClaimEventFixture {

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    public static final LocalDate FILE_BY = LocalDate.of(2027, 11, 1);
    public static final LocalDate APPEAL_BY = LocalDate.of(2027, 3, 23);

    private ClaimEventFixture() {}

    public static ClaimHeader aClaim(String key) {
        return aClaim(key, false);
    }

    public static ClaimHeader aClaimUnderPart2(String key) {
        return aClaim(key, true);
    }

    private static ClaimHeader aClaim(String key, boolean part2) {
        return new ClaimHeader(
                new ClaimId(Ids.derived("claim/" + key)),
                new ClaimNumber("CLM" + Integer.toHexString(key.hashCode()).toUpperCase(java.util.Locale.ROOT)),
                1,
                ClaimType.PROFESSIONAL,
                new FacilityId("LAKESIDE"),
                new EncounterId(Ids.derived("encounter/" + key)),
                new PayerId("MERID"),
                Money.of("250.00"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 1),
                FILE_BY,
                part2);
    }

    public static ClaimSubmitted submitted(ClaimHeader claim) {
        return new ClaimSubmitted(claim, attempt(claim), NOW, LocalDate.of(2026, 12, 23));
    }

    public static ClaimRejectedByPayer rejected(ClaimHeader claim) {
        return new ClaimRejectedByPayer(
                claim, attempt(claim), List.of(new RejectionReason(RejectionReason.Source.PAYER, "A7", "164", "IL")));
    }

    public static ClaimDenied denied(ClaimHeader claim, String reason) {
        return new ClaimDenied(
                claim,
                remittance(claim),
                true,
                claim.billed(),
                List.of(new DeniedLine("1", claim.billed(), AdjustmentGroup.CONTRACTUAL, reason, List.of("N115"))),
                APPEAL_BY);
    }

    public static ClaimPaid paid(ClaimHeader claim) {
        return new ClaimPaid(claim, remittance(claim), Money.of("200.00"), Money.of("50.00"), Money.ZERO, Money.ZERO);
    }

    public static RemittanceExcepted excepted(String key, ExceptionKind kind) {
        return excepted(new RemittanceId(Ids.derived("remittance/" + key)), kind, null);
    }

    public static RemittanceExcepted excepted(ClaimHeader claim, ExceptionKind kind) {
        return excepted(remittance(claim), kind, claim);
    }

    private static RemittanceExcepted excepted(RemittanceId id, ExceptionKind kind, @Nullable ClaimHeader claim) {
        return new RemittanceExcepted(
                id, new PayerId("MERID"), "EFT0001", kind, Money.of("1000.00"), "PAYMENT_OUT_OF_BALANCE", claim);
    }

    public static <E extends Event> Message<E> message(long seq, E event) {
        return message(seq, event, "LAKESIDE");
    }

    public static <E extends Event> Message<E> message(long seq, E event, String facility) {
        return new Message<>(
                Ids.derived(event.aggregateId(), event.getClass() + "/" + seq),
                event.aggregateId(),
                seq,
                Ids.derived("correlation"),
                NOW,
                new FacilityId(facility),
                event);
    }

    private static AttemptId attempt(ClaimHeader claim) {
        return new AttemptId(Ids.derived(claim.claimId().value(), "1"));
    }

    private static RemittanceId remittance(ClaimHeader claim) {
        return new RemittanceId(Ids.derived(claim.claimId().value(), "remittance"));
    }
}
