package io.openrcm.security.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are looked for; what is absent does not matter.
 *
 * @param actorId the token's subject or the service's name
 * @param objectId who touched this one
 * @param from with this moment
 * @param through with this moment
 */
public record AuditFilter(
        @Nullable String actorId,
        @Nullable String objectId,
        @Nullable String what,
        @Nullable AuditAction action,
        @Nullable AuditOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant through,
        @Nullable UUID correlationId) {

    public static final AuditFilter EVERYTHING = new AuditFilter(null, null, null, null, null, null, null, null);
}
