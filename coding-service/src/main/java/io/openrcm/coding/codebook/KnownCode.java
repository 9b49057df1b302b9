package io.openrcm.coding.codebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One period of validity of a code, as it is stored. */
public record KnownCode(
        String code,
        boolean isBillable,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && !hasEndedBy(date);
    }

    boolean hasEndedBy(LocalDate date) {
        return validTo != null && date.isAfter(validTo);
    }
}
