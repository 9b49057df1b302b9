package io.openrcm.coding.encounter;

import io.openrcm.coding.encounter.status.CodingStatus;
import io.openrcm.coding.encounter.status.EncounterStatus;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All encounters. */
@ApplicationScoped
public class Encounters implements PanacheRepositoryBase<Encounter, UUID> {

    /**
     * What a list is narrowed to; absent parts do not narrow.
     *
     * @param source name of the source system
     * @param servicedFrom encounters whose last day of service is not before
     * @param servicedThrough encounters whose first day of service is not after
     */
    public record Filter(
            @Nullable String facility,
            @Nullable EncounterStatus status,
            @Nullable CodingStatus codingStatus,
            @Nullable String source,
            @Nullable LocalDate servicedFrom,
            @Nullable LocalDate servicedThrough) {}

    /** The encounter, or a problem 404. */
    public Encounter get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(RestProblem.NOT_FOUND, "There is no encounter with this id."));
    }

    /** Those that exist, in one query. */
    public Map<UUID, Encounter> known(Collection<UUID> ids) {
        Map<UUID, Encounter> known = new HashMap<>();
        for (Encounter encounter : getEntityManager()
                .unwrap(org.hibernate.Session.class)
                .findMultiple(Encounter.class, List.copyOf(ids))) {
            if (encounter != null) {
                var _ = known.put(encounter.aggregateId(), encounter);
            }
        }
        return known;
    }

    /** One page in the order of arrival, without contents. */
    public Page<EncounterSummary> page(Filter filter, @Nullable String after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        narrow(conditions, values, filter);
        return page(conditions, values, after, limit);
    }

    /** As {@link #page}, of the encounters that have one of these numbers. */
    public Page<EncounterSummary> pageOf(Search search, @Nullable String after, int limit) {
        return page(
                new ArrayList<>(List.of(search.condition())),
                new HashMap<>(Map.of("numbers", search.numbers())),
                after,
                limit);
    }

    /**
     * What is searched for.
     *
     * @param condition on an encounter {@code e} and {@code :numbers}
     * @param numbers what a column may hold for the number that is meant
     */
    public record Search(String condition, List<?> numbers) {}

    private Page<EncounterSummary> page(
            List<String> conditions, Map<String, Object> values, @Nullable String after, int limit) {
        if (after != null) {
            List<String> keys = Cursor.decode(after, 2);
            conditions.add("(e.receivedAt > :arrival or (e.receivedAt = :arrival and e.id > :id))");
            try {
                values.put("arrival", Instant.parse(keys.getFirst()));
                values.put("id", UUID.fromString(keys.getLast()));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.invalid(e);
            }
        }
        var query = getEntityManager()
                .createQuery(
                        EncounterSummary.SELECT + " where " + String.join(" and ", conditions)
                                + " order by e.receivedAt, e.id",
                        EncounterSummary.class)
                .setMaxResults(limit + 1);
        values.forEach(query::setParameter);
        return Page.of(
                query.getResultList(),
                limit,
                last -> Cursor.encode(last.receivedAt().toString(), last.id().toString()));
    }

    private static void narrow(List<String> conditions, Map<String, Object> values, Filter filter) {
        narrow(conditions, values, "e.facility = :facility", "facility", filter.facility());
        narrow(conditions, values, "e.status = :status", "status", filter.status());
        narrow(conditions, values, "e.codingStatus = :codingStatus", "codingStatus", filter.codingStatus());
        narrow(conditions, values, "e.sourceSystem = :source", "source", filter.source());
        narrow(conditions, values, "e.sent.serviceThrough >= :servicedFrom", "servicedFrom", filter.servicedFrom());
        narrow(
                conditions,
                values,
                "e.sent.serviceFrom <= :servicedThrough",
                "servicedThrough",
                filter.servicedThrough());
    }

    private static void narrow(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            var _ = values.put(name, value);
        }
    }

    /** The encounters in quarantine: how many, and since when the oldest waits. */
    public Quarantine quarantine() {
        Object[] row = getEntityManager()
                .createQuery(
                        "select count(e), min(e.quarantinedAt) from Encounter e where e.quarantinedAt is not null",
                        Object[].class)
                .getSingleResult();
        return new Quarantine((Long) row[0], Optional.ofNullable((Instant) row[1]));
    }

    /** How much waits in quarantine. */
    public record Quarantine(long count, Optional<Instant> oldestSince) {}
}
