package io.openrcm.security.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of one transaction on their way to as few rows as tell the same. */
final class CollectedEntries {

    /** More ids of one kind make another row. */
    static final int OBJECTS_PER_ROW = 1_000;

    record Row(Actor actor, AuditEntry entry) {}

    /** What a service does to one object after the other: the same but for the objects and where each came from. */
    private record Kind(Actor actor, AuditEntry withoutObjects) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<Kind, List<AuditEntry>> ofService = new LinkedHashMap<>();

    void add(Actor actor, AuditEntry entry) {
        if (actor.kind() == Actor.Kind.SERVICE && !entry.objectIds().isEmpty()) {
            var source = entry.origin().source();
            var kind = new Kind(actor, entry.about(List.of()).with(new AuditEntry.Origin(source, null, null)));
            ofService.computeIfAbsent(kind, first -> new ArrayList<>()).add(entry);
        } else {
            split(actor, entry);
        }
    }

    List<Row> rows() {
        ofService.forEach((kind, entries) -> split(kind.actor(), together(entries)));
        ofService.clear();
        return rows;
    }

    /** Correlated only if all are by the same. */
    private static AuditEntry together(List<AuditEntry> entries) {
        var first = entries.getFirst();
        var objects = entries.stream()
                .flatMap(entry -> entry.objectIds().stream())
                .distinct()
                .toList();
        boolean ofOneOrigin = entries.stream().allMatch(entry -> entry.origin().equals(first.origin()));
        var all = first.about(objects);
        return ofOneOrigin ? all : all.with(new AuditEntry.Origin(first.origin().source(), null, null));
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
