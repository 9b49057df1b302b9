package io.openrcm.events.claims;

import io.openrcm.events.Money;
import io.openrcm.events.encounter.Charge.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One billed row of a claim.
 *
 * @param controlNumber our key for the line (at most 30 characters), stable through all versions; the payer echoes it
 * @param diagnosisPointers 1-based positions in the claim's own list of diagnoses, at most four; professional only
 */
public record ServiceLine(
        String controlNumber,
        LocalDate servicedOn,
        @Nullable String revenueCode,
        @Nullable String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        Unit unit,
        Money charge,
        List<Integer> diagnosisPointers,
        @Nullable String description) {

    public ServiceLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
    }
}
