package io.openrcm.events.encounter;

import org.jspecify.annotations.Nullable;

/** An ICD-10-CM code without its dot, in one role; {@code presentOnAdmission} is for acute inpatient stays. */
public record Diagnosis(String code, Role role, @Nullable PresentOnAdmission presentOnAdmission) {

    public enum Role {
        PRINCIPAL,
        OTHER,
        ADMITTING,
        REASON_FOR_VISIT,
        EXTERNAL_CAUSE
    }

    public enum PresentOnAdmission {
        YES,
        NO,
        UNKNOWN,
        CLINICALLY_UNDETERMINED,
        EXEMPT
    }
}
