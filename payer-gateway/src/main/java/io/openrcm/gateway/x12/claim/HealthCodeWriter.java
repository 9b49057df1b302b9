package io.openrcm.gateway.x12.claim;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ClaimType;
import io.openrcm.events.encounter.Diagnosis;
import io.openrcm.events.encounter.Procedure;
import io.openrcm.gateway.x12.expressible.ExpressibleClaim;
import io.openrcm.gateway.x12.syntax.SegmentWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HI segments: ICD-10 diagnoses and procedures, each family in its own segment, at most twelve in one. */
final class HealthCodeWriter {

    private static final int MOST_IN_SEGMENT = 12;

    /** Component 9 holds whether the diagnosis was present on admission; 3 to 8 stay empty. */
    private static final int EMPTY_BEFORE_PRESENT_ON_ADMISSION = 6;

    private final SegmentWriter writer;

    HealthCodeWriter(SegmentWriter writer) {
        this.writer = writer;
    }

    void write(ExpressibleClaim claim) {
        ClaimContent content = claim.content();
        if (content.type() == ClaimType.PROFESSIONAL) {
            professional(content.diagnoses());
        } else {
            boolean inpatient = claim.isInpatient();
            diagnoses("ABK", content, Diagnosis.Role.PRINCIPAL, inpatient);
            diagnoses("ABJ", content, Diagnosis.Role.ADMITTING, false);
            diagnoses("APR", content, Diagnosis.Role.REASON_FOR_VISIT, false);
            diagnoses("ABN", content, Diagnosis.Role.EXTERNAL_CAUSE, inpatient);
            diagnoses("ABF", content, Diagnosis.Role.OTHER, inpatient);
            procedures("BBR", content.procedures(), true);
            procedures("BBQ", content.procedures(), false);
        }
    }

    /** In the claim's own order, which the lines point into. */
    private void professional(List<Diagnosis> diagnoses) {
        SegmentWriter segment = writer.segment("HI");
        String qualifier = "ABK";
        for (Diagnosis diagnosis : diagnoses) {
            segment = segment.composite().part(qualifier).part(diagnosis.code());
            qualifier = "ABF";
        }
        segment.end();
    }

    private void diagnoses(String qualifier, ClaimContent claim, Diagnosis.Role role, boolean presentOnAdmission) {
        SegmentWriter segment = null;
        int count = 0;
        for (Diagnosis diagnosis : claim.diagnoses()) {
            if (diagnosis.role() == role) {
                segment = place(segment, count++);
                segment = segment.composite().part(qualifier).part(diagnosis.code());
                String present = CodeValues.presentOnAdmission(diagnosis.presentOnAdmission());
                if (presentOnAdmission && present != null) {
                    segment =
                            segment.skipParts(EMPTY_BEFORE_PRESENT_ON_ADMISSION).part(present);
                }
            }
        }
        end(segment);
    }

    private void procedures(String qualifier, List<Procedure> procedures, boolean principal) {
        SegmentWriter segment = null;
        int count = 0;
        for (Procedure procedure : procedures) {
            if (procedure.principal() == principal) {
                segment = place(segment, count++);
                segment = segment.composite()
                        .part(qualifier)
                        .part(procedure.code())
                        .part("D8")
                        .part(procedure.performedOn());
            }
        }
        end(segment);
    }

    /** The segment for the next code: a new one for the first and for each that the last has no room for. */
    private SegmentWriter place(@Nullable SegmentWriter open, int count) {
        if (open != null && count % MOST_IN_SEGMENT != 0) {
            return open;
        }
        end(open);
        return writer.segment("HI");
    }

    private static void end(@Nullable SegmentWriter segment) {
        if (segment != null) {
            segment.end();
        }
    }
}
