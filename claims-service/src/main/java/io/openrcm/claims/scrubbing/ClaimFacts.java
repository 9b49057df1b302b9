package io.openrcm.claims.scrubbing;

import io.openrcm.claims.coordination.PayerTerms;
import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that the claim edits may look at.
 *
 * @param today at the facility
 * @param fileBy the last day to file, from the payer's terms
 * @param duplicateOf the number of a live claim that asks for the same services
 */
public record ClaimFacts(
        ClaimContent content,
        PayerTerms terms,
        LocalDate today,
        LocalDate fileBy,
        @Nullable String duplicateOf) {

    public boolean isInstitutional() {
        return content.type() == ClaimType.INSTITUTIONAL;
    }

    /** Whether the hospital's part of an inpatient stay is billed: type of bill 11x. */
    public boolean isInpatient() {
        var typeOfBill = content.typeOfBill();
        return typeOfBill != null && typeOfBill.startsWith("11");
    }

    /** The JSON pointer of a field of a list's element. */
    public static String pointer(String list, int index, String field) {
        return "/" + list + "/" + index + "/" + field;
    }
}
