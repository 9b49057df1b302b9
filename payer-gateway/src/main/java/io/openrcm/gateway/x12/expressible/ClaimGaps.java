package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.claims.Frequency;
import io.openrcm.events.encounter.Stay;
import io.openrcm.gateway.x12.expressible.Expressibility.Rule;
import org.jspecify.annotations.Nullable;

/** The claim itself: place or type of bill, frequency, dates, stay. */
final class ClaimGaps {

    private final Gaps gaps = new Gaps();
    private final ClaimContent claim;

    private ClaimGaps(ClaimContent claim) {
        this.claim = claim;
    }

    static Gaps of(ClaimContent claim) {
        ClaimGaps check = new ClaimGaps(claim);
        check.header();
        check.place();
        new PartyGaps(check.gaps).check(claim);
        new CodeGaps(check.gaps).check(claim);
        new LineGaps(check.gaps).check(claim);
        return check.gaps;
    }

    private void header() {
        if (claim.frequency() != Frequency.ORIGINAL) {
            gaps.identifier("/payerClaimNumber", claim.payerClaimNumber(), 50);
        }
        gaps.date("/statementFrom", claim.statementFrom());
        gaps.date("/statementThrough", claim.statementThrough());
        gaps.addIf(claim.statementThrough().isBefore(claim.statementFrom()), "/statementThrough", Rule.FORMAT);
        stay(claim.stay());
    }

    private void place() {
        if (claim.type() == ClaimType.PROFESSIONAL) {
            gaps.digits("/placeOfService", claim.placeOfService(), 2);
        } else {
            String bill = claim.typeOfBill();
            gaps.code("/typeOfBill", bill, 3, 3);
            boolean corrects = claim.frequency() != Frequency.ORIGINAL;
            gaps.addIf(
                    bill != null
                            && bill.length() == 3
                            && (bill.charAt(0) == '0'
                                    || (corrects
                                            && bill.charAt(2)
                                                    != claim.frequency().digit())
                                    || (!corrects && (bill.charAt(2) == '7' || bill.charAt(2) == '8'))),
                    "/typeOfBill",
                    Rule.FORMAT);
        }
        gaps.addIf(claim.stay() == null && ExpressibleClaim.isInpatient(claim), "/stay", Rule.MISSING);
    }

    private void stay(@Nullable Stay stay) {
        if (stay == null) {
            return;
        }
        gaps.date("/stay/admittedAt", stay.admittedAt().toLocalDate());
        if (stay.dischargedAt() != null) {
            gaps.date("/stay/dischargedAt", stay.dischargedAt().toLocalDate());
        }
        gaps.code("/stay/admissionType", stay.admissionType(), 1, 1);
        gaps.code("/stay/admissionSource", stay.admissionSource(), 1, 1);
        gaps.digits("/stay/dischargeStatus", stay.dischargeStatus(), 2);
    }
}
