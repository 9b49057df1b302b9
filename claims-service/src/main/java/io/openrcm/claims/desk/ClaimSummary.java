package io.openrcm.claims.desk;

import io.openrcm.claims.claim.status.ClaimLabel;
import io.openrcm.claims.desk.ClaimRow.MoneyView;
import io.openrcm.events.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All claims, by label.
 *
 * @param labels only those that some claim has
 * @param encounters how many encounters have a claim
 * @param selfPay encounters without a claim, of which no payer is asked anything
 */
public record ClaimSummary(List<Line> labels, Line total, long encounters, SelfPay selfPay) {

    /** {@code label} is null for the total. */
    public record Line(@Nullable ClaimLabel label, long claims, MoneyView money) {}

    public record SelfPay(long encounters, Money billed) {}
}
