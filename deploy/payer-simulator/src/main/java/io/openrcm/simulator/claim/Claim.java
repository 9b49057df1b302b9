package io.openrcm.simulator.claim;

import java.util.List;
import java.util.Optional;

/**
 * One claim as this payer understood it.
 *
 * @param number CLM01
 * @param filingIndicator SBR09
 * @param firstPayer false when a payer before this one has already decided (SBR01 is not P and AMT*D was sent)
 * @param frequency CLM05-3: 1 original, 7 replacement, 8 void
 * @param facilityCode CLM05-1
 * @param payerReference REF*F8, our number of the claim this one replaces; empty when none
 * @param dates first and last day of service, joined by a hyphen when they differ; empty when unknown
 * @param inTransaction position of the CLM, the ST being 1
 */
public record Claim(
        String number,
        String payerId,
        String payerName,
        String filingIndicator,
        boolean firstPayer,
        String frequency,
        String facilityCode,
        boolean institutional,
        long chargeCents,
        Patient patient,
        BillingProvider billing,
        String payerReference,
        List<ServiceLine> lines,
        Optional<OtherPayer> nextPayer,
        String dates,
        Submitter submitter,
        int inTransaction) {

    public boolean isOriginal() {
        return !isReplacement() && !isVoid();
    }

    public boolean isReplacement() {
        return frequency.equals("7");
    }

    public boolean isVoid() {
        return frequency.equals("8");
    }

    /** The same claim as the next payer sees it, under its own policy. */
    public Claim sentTo(OtherPayer payer) {
        return new Claim(
                number,
                payer.id(),
                payer.name(),
                payer.filingIndicator(),
                false,
                frequency,
                facilityCode,
                institutional,
                chargeCents,
                new Patient(patient.lastName(), patient.firstName(), payer.memberId()),
                billing,
                "",
                lines,
                Optional.empty(),
                dates,
                submitter,
                inTransaction);
    }

    /** Names the claim, never the patient. */
    @Override
    public String toString() {
        return "claim " + number;
    }
}
