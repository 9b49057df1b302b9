package io.openrcm.coding.edits;

import io.openrcm.events.coding.CodedEncounter;
import io.openrcm.events.encounter.Charge;
import io.openrcm.events.encounter.Charge.Component;
import io.openrcm.events.encounter.Diagnosis.Role;
import io.openrcm.rest.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What a coder still has to give an encounter; one without gaps is released without a person. */
public final class CodingGaps {

    private CodingGaps() {}

    /** All gaps. Inpatient procedures are no gap: many stays have none. */
    public static List<FieldError> of(CodedEncounter encounter) {
        List<FieldError> gaps = new ArrayList<>();
        if (encounter.diagnoses().stream().noneMatch(diagnosis -> diagnosis.role() == Role.PRINCIPAL)) {
            gaps.add(new FieldError("/diagnoses", "PRINCIPAL_DIAGNOSIS_MISSING", "a principal diagnosis is needed"));
        }
        for (int i = 0; i < encounter.charges().size(); i++) {
            gapsOf(encounter.charges().get(i), i, gaps);
        }
        return gaps;
    }

    private static void gapsOf(Charge charge, int index, List<FieldError> gaps) {
        if (charge.component() == Component.FACILITY) {
            if (charge.revenueCode() == null) {
                gaps.add(new FieldError(
                        "/charges/" + index + "/revenueCode",
                        "REVENUE_CODE_MISSING",
                        "a facility charge needs a revenue code"));
            }
            return;
        }
        if (charge.procedureCode() == null) {
            gaps.add(new FieldError(
                    "/charges/" + index + "/procedureCode",
                    "PROCEDURE_CODE_MISSING",
                    "a professional charge needs a procedure code"));
        }
        if (charge.diagnosisPointers().isEmpty()) {
            gaps.add(new FieldError(
                    "/charges/" + index + "/diagnosisPointers",
                    "DIAGNOSIS_POINTER_MISSING",
                    "a professional charge points to a diagnosis"));
        }
    }
}
