package io.openrcm.claims.correction;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.protection.Part2;
import org.jspecify.annotations.Nullable;

/** The content of a claim's next version. */
final class NextContent {

    private NextContent() {}

    /**
     * The same content as another version.
     *
     * @param payerClaimNumber the payer's number of what is replaced; absent on an original
     * @param part2 the label of the claim now
     */
    static ClaimContent of(
            ClaimContent content,
            int version,
            Frequency frequency,
            @Nullable String payerClaimNumber,
            @Nullable Part2 part2) {
        var typeOfBill = content.typeOfBill();
        return new ClaimContent(
                content.type(),
                content.number(),
                version,
                frequency,
                payerClaimNumber,
                typeOfBill == null ? null : typeOfBill.substring(0, 2) + frequency.digit(),
                content.placeOfService(),
                content.billingProvider(),
                content.patient(),
                content.coverages(),
                content.destinationRank(),
                content.statementFrom(),
                content.statementThrough(),
                content.stay(),
                content.providers(),
                content.diagnoses(),
                content.procedures(),
                content.lines(),
                part2);
    }
}
