package io.openrcm.security.emergency;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An emergency access as people are shown it.
 *
 * @param minutes how long it holds once approved, at most 60
 * @param decidedBy who approved or refused it
 */
public record EmergencyView(
        UUID id,
        EmergencyStatus status,
        String requestedBy,
        String reason,
        Set<String> facilities,
        int minutes,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant expiresAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewNote) {}
