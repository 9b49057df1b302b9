package io.openrcm.coding.codebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One code as a release lists it.
 *
 * @param code without dot
 * @param isBillable false for a header, which only groups longer codes
 * @param validFrom absent where the file gives no date: then the release's own first day counts
 * @param validTo the last valid day; absent while the code is valid
 */
public record ListedCode(
        String code,
        boolean isBillable,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String title) {}
