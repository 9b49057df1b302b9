package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import java.util.Set;

/** A claim that was found to be expressible in X12; only {@link Expressibility#of} makes one. */
public final class ExpressibleClaim implements Expressibility {

    /** First two digits of the types of bill with an admission: hospital, nursing, home, hospice and residential inpatient. */
    private static final Set<String> INPATIENT_BILLS =
            Set.of("11", "12", "18", "21", "22", "28", "32", "41", "65", "66", "81", "82", "86");

    /** Inpatient hospital, inpatient psychiatric facility, comprehensive inpatient rehabilitation (CMS place of service). */
    private static final Set<String> INPATIENT_PLACES = Set.of("21", "51", "61");

    private final ClaimContent content;

    ExpressibleClaim(ClaimContent content) {
        this.content = content;
    }

    public ClaimContent content() {
        return content;
    }

    /** Whether admission and discharge are to be told. */
    public boolean isInpatient() {
        return isInpatient(content);
    }

    static boolean isInpatient(ClaimContent claim) {
        String bill = claim.typeOfBill();
        String place = claim.placeOfService();
        return claim.type() == ClaimType.INSTITUTIONAL
                ? bill != null && bill.length() == 3 && INPATIENT_BILLS.contains(bill.substring(0, 2))
                : place != null && INPATIENT_PLACES.contains(place);
    }
}
