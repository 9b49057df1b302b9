package io.openrcm.events.encounter;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Admission and discharge in the facility's local time.
 *
 * @param admissionType NUBC type of admission, one digit: 1 emergency, 2 urgent, 3 elective, 4 newborn, 5 trauma
 * @param admissionSource NUBC point of origin, one character
 * @param dischargeStatus NUBC patient status, two digits: 01 home, 20 expired, 30 still a patient
 */
public record Stay(
        LocalDateTime admittedAt,
        @Nullable LocalDateTime dischargedAt,
        String admissionType,
        String admissionSource,
        String dischargeStatus) {}
