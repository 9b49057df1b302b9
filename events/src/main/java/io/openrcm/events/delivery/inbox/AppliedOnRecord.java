package io.openrcm.events.delivery.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.openrcm.events.delivery.wire.EventHeaders;
import io.openrcm.security.audit.AuditEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the audit trail says of messages that took effect: one row for all of the same type and facility. */
public final class AppliedOnRecord {

    private record Kind(String type, @Nullable String facility) {}

    private AppliedOnRecord() {}

    public static Stream<AuditEntry> entries(String topic, List<Received> applied) {
        var kinds = applied.stream()
                .map(Received::headers)
                .filter(Objects::nonNull)
                .collect(groupingBy(
                        headers -> new Kind(headers.type(), headers.facility()), LinkedHashMap::new, toList()));
        return kinds.entrySet().stream().map(of -> entry(topic, of.getKey(), of.getValue()));
    }

    private static AuditEntry entry(String topic, Kind kind, List<EventHeaders> headers) {
        var aggregates = headers.stream()
                .map(header -> header.subject().toString())
                .distinct()
                .toArray(String[]::new);
        var entry = AuditEntry.execute(kind.type(), aggregates).from(topic);
        var placed = kind.facility() == null ? entry : entry.at(kind.facility());
        var correlations = headers.stream()
                .map(EventHeaders::correlationId)
                .distinct()
                .limit(2)
                .toList();
        return correlations.size() == 1 ? placed.correlatedBy(correlations.getFirst()) : placed;
    }
}
