package io.openrcm.events.payer;

import io.openrcm.events.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One reason why charge and payment differ. {@code reason} is a CARC code value; a positive amount lowers the payment. */
public record Adjustment(
        AdjustmentGroup group,
        String reason,
        Money amount,
        @Nullable BigDecimal quantity) {}
