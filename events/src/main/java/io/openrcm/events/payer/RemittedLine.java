package io.openrcm.events.payer;

import io.openrcm.events.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payer's account of one service line.
 *
 * @param controlNumber our line number, where the payer echoed it
 * @param procedureCode what was adjudicated; {@code submittedCode} is what we billed, where it differs
 * @param remarks RARC code values
 */
public record RemittedLine(
        @Nullable String controlNumber,
        @Nullable String procedureCode,
        @Nullable String submittedCode,
        @Nullable String revenueCode,
        List<String> modifiers,
        @Nullable LocalDate servicedOn,
        Money billed,
        Money paid,
        @Nullable BigDecimal paidUnits,
        List<Adjustment> adjustments,
        List<String> remarks) {

    public RemittedLine {
        modifiers = List.copyOf(modifiers);
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }

    /** Billed less adjustments less paid; anything but zero is out of balance. */
    public Money imbalance() {
        return billed.minus(Money.sum(adjustments, Adjustment::amount)).minus(paid);
    }
}
