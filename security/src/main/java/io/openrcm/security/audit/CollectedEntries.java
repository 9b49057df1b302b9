package io.openrcm.security.audit;

import io.openrcm.security.audit.AuditTrail.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of one transaction on their way to as few rows as tell the same. */
final class CollectedEntries {

    /** More ids of one kind make another row. */
    static final int OBJECTS_PER_ROW = 1_000;

    record Row(Actor actor, AuditEntry entry) {}

    /** To which objects a service did the same; correlated only if each time by the same. */
    private static final class Objects {

        private final Set<UUID> ids = new LinkedHashSet<>();
        private final UUID correlationId;
        private boolean ofOneOrigin = true;

        Objects(UUID correlationId) {
            this.correlationId = correlationId;
        }

        void add(UUID id, UUID because) {
            ids.add(id);
            ofOneOrigin &= because.equals(correlationId);
        }

        void leaveOut(Set<UUID> others) {
            ids.removeAll(others);
        }

        boolean isEmpty() {
            return ids.isEmpty();
        }

        AuditEntry entry(Work work) {
            var objects = ids.stream().map(UUID::toString).toList();
            var entry = AuditEntry.of(AuditAction.EXECUTE, work.event(), objects);
            var placed = work.facility() == null ? entry : entry.at(work.facility());
            var sourced = work.topic() == null ? placed : placed.from(work.topic());
            return ofOneOrigin ? sourced.correlatedBy(correlationId) : sourced;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<Work, Objects> works = new LinkedHashMap<>();
    private @Nullable Actor service;

    /** What somebody did. */
    void add(Actor actor, AuditEntry entry) {
        split(actor, entry);
    }

    /** What the service did by itself to one object after the other. */
    void add(Actor itself, Work work, UUID object, UUID correlationId) {
        service = itself;
        works.computeIfAbsent(work, first -> new Objects(correlationId)).add(object, correlationId);
    }

    List<Row> rows() {
        var itself = service;
        if (itself != null) {
            leaveOutWhatIsChangedAnyway();
            works.forEach((work, objects) -> split(itself, objects.entry(work)));
            works.clear();
        }
        return rows;
    }

    private void leaveOutWhatIsChangedAnyway() {
        var changed = new HashSet<UUID>();
        works.forEach((work, objects) -> {
            if (work.isChange()) {
                changed.addAll(objects.ids);
            }
        });
        works.forEach((work, objects) -> {
            if (!work.isChange() && !work.aboutPatient()) {
                objects.leaveOut(changed);
            }
        });
        works.values().removeIf(Objects::isEmpty);
    }

    private void split(Actor actor, AuditEntry entry) {
        var objects = entry.objectIds();
        int from = 0;
        do {
            int to = Math.min(objects.size(), from + OBJECTS_PER_ROW);
            rows.add(new Row(actor, entry.about(objects.subList(from, to))));
            from = to;
        } while (from < objects.size());
    }
}
