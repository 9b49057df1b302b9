package io.openrcm.rest.operation;

import io.openrcm.security.audit.Actor;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditOutcome;
import io.openrcm.security.audit.AuditRow;
import io.openrcm.security.audit.PurposeOfUse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which record.
 *
 * @param actorId the token's subject or the service's name
 * @param emergency the emergency access under which it was done
 * @param what the kind of object; of a service's own work the event
 * @param objectIds ids and claim numbers
 * @param facilities of the objects; empty where none is known
 * @param purpose HL7 PurposeOfUse: HPAYMT, or HOPERAT for configuration and operation
 * @param problem why it was refused or failed, as a code
 * @param matched of a query or export: how many; of refused calls: how often
 * @param source the client's address, or the topic
 */
@Schema(name = "AuditRecord")
public record AuditRecordView(
        long id,
        Instant at,
        Actor.Kind actorKind,
        String actorId,
        String actorName,
        List<String> roles,
        @Nullable UUID emergency,
        AuditAction action,
        String what,
        List<String> objectIds,
        List<String> facilities,
        PurposeOfUse purpose,
        AuditOutcome outcome,
        @Nullable String problem,
        @Nullable Integer matched,
        @Nullable String source,
        @Nullable UUID correlationId) {

    static AuditRecordView of(AuditRow row) {
        var actor = row.actor();
        var entry = row.entry();
        return new AuditRecordView(
                row.id(),
                row.at(),
                actor.kind(),
                actor.id(),
                actor.name(),
                actor.roles(),
                actor.emergency(),
                entry.action(),
                entry.what(),
                entry.objectIds(),
                entry.facilities(),
                entry.purpose(),
                entry.result().outcome(),
                entry.result().problem(),
                entry.result().matched(),
                entry.origin().source(),
                entry.origin().correlationId());
    }
}
