package io.openrcm.coding.encounter;

import io.openrcm.coding.encounter.Registration.Kept;
import io.openrcm.coding.encounter.Registration.Refused;
import io.openrcm.coding.intake.Submission;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the audit trail says of encounters that were sent: one row for all of a facility with which the same became. */
final class RegisteredOnRecord {

    private record Kind(
            AuditAction action, String facility, @Nullable String refusedBecause) {}

    private RegisteredOnRecord() {}

    /**
     * The entries.
     *
     * @param registrations one for each of the submissions, in their order
     */
    static Stream<AuditEntry> entries(List<Submission.Accepted> submissions, List<Registration> registrations) {
        Map<Kind, List<String>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < submissions.size(); i++) {
            var facility = submissions.get(i).content().facility().value();
            kinds.computeIfAbsent(kind(facility, registrations.get(i)), first -> new ArrayList<>())
                    .add(registrations.get(i).id().toString());
        }
        return kinds.entrySet().stream().map(of -> entry(of.getKey(), of.getValue()));
    }

    private static Kind kind(String facility, Registration registration) {
        return switch (registration) {
            case Kept kept -> new Kind(kept.isNew() ? AuditAction.CREATE : AuditAction.UPDATE, facility, null);
            case Refused refused ->
                new Kind(AuditAction.UPDATE, facility, refused.code().name());
        };
    }

    private static AuditEntry entry(Kind kind, List<String> ids) {
        var entry = AuditEntry.of(kind.action(), "encounter", ids).at(kind.facility());
        return kind.refusedBecause() == null ? entry : entry.refused(kind.refusedBecause());
    }
}
