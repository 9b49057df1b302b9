package io.openrcm.claims.posting.adjudication;

import io.openrcm.events.ClaimId;
import io.openrcm.events.Ids;
import io.openrcm.events.Money;
import io.openrcm.events.RemittanceId;
import io.openrcm.events.payer.Adjustment;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a payer's decision is known again, whichever file, piece or order it comes in.
 *
 * @param identity this decision in this payment: a second one is a repeated delivery
 * @param content the same decision in any payment: a second one is probably a duplicate payment
 * @param amounts the money alone; a reversal has those of the decision that it takes back
 */
public record ContentKey(UUID identity, UUID content, UUID amounts) {

    /** {@code ours} is absent where the claim number is none of ours. */
    public static ContentKey of(RemittanceId remittance, @Nullable ClaimId ours, RemittedClaim claim) {
        var amounts = amounts(claim);
        var lines = claim.lines().stream()
                .map(line -> line.controlNumber() + "/" + line.procedureCode() + "/" + line.revenueCode() + "/"
                        + line.servicedOn() + "/" + line.paid())
                .sorted()
                .toList();
        var content = Ids.derived(
                claim.claimNumber() + "|" + claim.outcome() + "|" + claim.payerClaimNumber() + "|" + amounts + lines);
        var identity = Ids.derived(remittance.value(), ours + "/" + content);
        return new ContentKey(identity, content, Ids.derived(amounts));
    }

    private static String amounts(RemittedClaim claim) {
        int sign = claim.outcome() == Outcome.REVERSAL ? -1 : 1;
        var lines = claim.lines().stream().map(line -> amounts(line, sign)).sorted();
        return cents(claim.billed(), sign) + "=" + cents(claim.paid(), sign) + amounts(claim.adjustments(), sign)
                + lines.toList();
    }

    private static String amounts(RemittedLine line, int sign) {
        return cents(line.billed(), sign) + "=" + cents(line.paid(), sign) + amounts(line.adjustments(), sign);
    }

    private static String amounts(List<Adjustment> adjustments, int sign) {
        return adjustments.stream()
                .filter(one -> !one.amount().isZero())
                .map(one -> one.group().code() + one.reason() + ":" + cents(one.amount(), sign))
                .sorted()
                .toList()
                .toString();
    }

    private static long cents(Money amount, int sign) {
        return sign * amount.cents();
    }
}
