package io.openrcm.coding.codebook;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One loading of a code set.
 *
 * @param system the label, {@code ICD-10-CM}
 * @param isComplete from {@code validFrom} on, a code that is not listed does not exist
 * @param codes how many codes the release lists
 */
public record CodeRelease(String system, LocalDate validFrom, boolean isComplete, int codes, Instant loadedAt) {}
