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

        AuditEntry entry(Work work) {
            var objects = ids.stream().map(UUID::toString).toList();
            var entry = AuditEntry.of(AuditAction.EXECUTE, work.event(), objects);
            var placed = work.facility() == null ? entry : entry.at(work.facility());
            var sourced = work.topic() == null ? placed : placed.from(work.topic());
            return ofOneOrigin ? sourced.correlatedBy(correlationId) : sourced;
        }
    }

    /** What was heard and need not be on record, if something came of it. */
    private record Heard(Work work, UUID object, UUID correlationId, UUID message) {}

    /** A change of an object because of a message. */
    private record Change(UUID object, UUID because) {}

    private final List<Heard> heard = new ArrayList<>();
    private final Set<Change> changes = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Work, Objects> works = new LinkedHashMap<>();
    private @Nullable Actor service;

    /** What somebody did. */
    void add(Actor actor, AuditEntry entry) {
        split(actor, entry);
    }

    /**
     * What the service did by itself to one object after the other.
     *
     * @param because the message that was heard, or because of which something was told
     */
    void add(Actor itself, Work work, UUID object, UUID correlationId, UUID because) {
        service = itself;
        if (work.isChange()) {
            changes.add(new Change(object, because));
        }
        if (work.isChange() || work.aboutPatient()) {
            collect(work, object, correlationId);
        } else {
            heard.add(new Heard(work, object, correlationId, because));
        }
    }

    private void collect(Work work, UUID object, UUID correlationId) {
        works.computeIfAbsent(work, first -> new Objects(correlationId)).add(object, correlationId);
    }

    List<Row> rows() {
        var itself = service;
        if (itself != null) {
            for (var one : heard) {
                if (!changes.contains(new Change(one.object(), one.message()))) {
                    collect(one.work(), one.object(), one.correlationId());
                }
            }
            heard.clear();
            works.forEach((work, objects) -> split(itself, objects.entry(work)));
            works.clear();
        }
        return rows;
    }

    private void split(Actor actor, AuditEntry entry) {
        var objects = entry.objectIds();
        if (objects.size() <= OBJECTS_PER_ROW) {
            rows.add(new Row(actor, entry));
            return;
        }
        for (int from = 0; from < objects.size(); from += OBJECTS_PER_ROW) {
            int to = Math.min(objects.size(), from + OBJECTS_PER_ROW);
            rows.add(new Row(actor, entry.about(objects.subList(from, to))));
        }
    }
}
