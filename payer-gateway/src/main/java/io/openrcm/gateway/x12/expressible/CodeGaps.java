package io.openrcm.gateway.x12.expressible;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Procedure;
import io.openrcm.gateway.x12.expressible.Expressibility.Rule;
import java.util.EnumMap;
import java.util.Map;

/** Diagnoses and inpatient procedures: how many of each kind the HI segments of the guides take. */
final class CodeGaps {

    private static final int MOST_PROFESSIONAL_DIAGNOSES = 12;
    private static final int MOST_OTHER_PROCEDURES = 24;

    private static final Map<Diagnosis.Role, Integer> MOST = new EnumMap<>(Map.of(
            Diagnosis.Role.PRINCIPAL, 1,
            Diagnosis.Role.ADMITTING, 1,
            Diagnosis.Role.REASON_FOR_VISIT, 3,
            Diagnosis.Role.EXTERNAL_CAUSE, 12,
            Diagnosis.Role.OTHER, 24));

    private final Gaps gaps;

    CodeGaps(Gaps gaps) {
        this.gaps = gaps;
    }

    void check(ClaimContent claim) {
        for (int i = 0; i < claim.diagnoses().size(); i++) {
            gaps.code("/diagnoses/" + i + "/code", claim.diagnoses().get(i).code(), 3, 7);
        }
        switch (claim.type()) {
            case PROFESSIONAL -> professional(claim);
            case INSTITUTIONAL -> institutional(claim);
        }
    }

    private void professional(ClaimContent claim) {
        gaps.addIf(claim.diagnoses().isEmpty(), "/diagnoses", Rule.MISSING);
        gaps.addIf(claim.diagnoses().size() > MOST_PROFESSIONAL_DIAGNOSES, "/diagnoses", Rule.TOO_MANY);
    }

    private void institutional(ClaimContent claim) {
        Map<Diagnosis.Role, Integer> counts = new EnumMap<>(Diagnosis.Role.class);
        for (Diagnosis diagnosis : claim.diagnoses()) {
            int count = counts.merge(diagnosis.role(), 1, Integer::sum);
            gaps.addIf(count == MOST.getOrDefault(diagnosis.role(), 0) + 1, "/diagnoses", Rule.TOO_MANY);
        }
        gaps.addIf(!counts.containsKey(Diagnosis.Role.PRINCIPAL), "/diagnoses", Rule.MISSING);
        int others = 0;
        for (int i = 0; i < claim.procedures().size(); i++) {
            Procedure procedure = claim.procedures().get(i);
            gaps.code("/procedures/" + i + "/code", procedure.code(), 3, 7);
            gaps.date("/procedures/" + i + "/performedOn", procedure.performedOn());
            others += procedure.principal() ? 0 : 1;
        }
        int principals = claim.procedures().size() - others;
        gaps.addIf(principals > 1 || others > MOST_OTHER_PROCEDURES, "/procedures", Rule.TOO_MANY);
        gaps.addIf(others > 0 && principals == 0, "/procedures", Rule.MISSING);
    }
}
