package io.openrcm.coding.edits;

import io.openrcm.coding.codebook.CodeTable;
import io.openrcm.events.Money;
import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Charge;
import io.openrcm.rest.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a well-formed encounter cannot be billed as it is. It is kept in quarantine with these reasons until the encounter or
 * the codebook was mended.
 */
public final class BillingObstacles {

    private BillingObstacles() {}

    /** All reasons; empty for an encounter that can go on. */
    public static List<FieldError> of(CodedEncounter encounter, CodeTable codes) {
        List<FieldError> obstacles = new ArrayList<>();
        if (encounter.charges().isEmpty()) {
            obstacles.add(new FieldError("/charges", "NO_CHARGES", "there is nothing to bill"));
        } else if (Money.sum(encounter.charges(), Charge::amount).isZero()) {
            obstacles.add(new FieldError("/charges", "ZERO_TOTAL", "the charges add up to nothing"));
        }
        if (encounter.coverages().isEmpty()) {
            obstacles.add(new FieldError(
                    "/coverages", "NO_COVERAGE", "name a payer, or send it as not billable with reason SELF_PAY"));
        }
        if (encounter.stay() != null
                && VisitRules.STILL_A_PATIENT.equals(encounter.stay().dischargeStatus())) {
            obstacles.add(new FieldError(
                    "/stay/dischargeStatus",
                    "STILL_A_PATIENT",
                    "a stay is billed after discharge: send it again then"));
        }
        obstacles.addAll(CodeValidity.errorsOf(encounter, codes));
        return obstacles;
    }
}
