package io.openrcm.claims.coordination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.rest.Problem;
import io.openrcm.rest.RestProblem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A small table of JSON documents that every claim reads and people rarely change. It is read whole and remembered for a
 * few seconds, so a change made in another replica is seen soon after.
 */
final class MasterTable<T> {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;
    private final String table;
    private final Class<T> type;
    private volatile @Nullable Memory<T> memory;

    private record Memory<T>(Map<String, Kept<T>> rows, Instant readAt) {}

    MasterTable(EntityManager entities, ObjectMapper json, Clock clock, String table, Class<T> type) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
        this.table = table;
        this.type = type;
    }

    Optional<Kept<T>> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** All rows by id. */
    Map<String, Kept<T>> all() {
        var remembered = memory;
        var now = clock.instant();
        if (remembered == null || now.isAfter(remembered.readAt().plus(REMEMBERED))) {
            remembered = new Memory<>(read(), now);
            memory = remembered;
        }
        return remembered.rows();
    }

    private Map<String, Kept<T>> read() {
        var rows = new TreeMap<String, Kept<T>>();
        var query = entities.createNativeQuery("select id, document, revision from " + table, Tuple.class);
        for (Object row : query.getResultList()) {
            read(rows, (Tuple) row);
        }
        return rows;
    }

    private void read(Map<String, Kept<T>> rows, Tuple row) {
        try {
            var value = json.readValue(row.get(1, String.class), type);
            rows.put(row.get(0, String.class), new Kept<>(value, row.get(2, Integer.class)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the row if nobody did. */
    void addIfAbsent(String id, T value) {
        var _ = insert(id, value);
        memory = null;
    }

    /**
     * Makes or changes the row.
     *
     * @param expected the revision that is changed; absent only for a new row
     */
    Kept<T> save(String id, T value, @Nullable Integer expected) {
        int changed = expected == null ? insert(id, value) : update(id, value, expected);
        memory = null;
        if (changed == 1) {
            return new Kept<>(value, expected == null ? 1 : expected + 1);
        }
        throw expected == null
                ? new Problem(RestProblem.PRECONDITION_REQUIRED, "It exists; send the ETag of the one that you read.")
                : new Problem(RestProblem.STALE_VERSION, "Read it again and repeat the change.");
    }

    private int insert(String id, T value) {
        return entities.createNativeQuery("insert into " + table
                        + "(id, document, revision) values (?1, ?2, 1) on conflict (id) do nothing")
                .setParameter(1, id)
                .setParameter(2, write(value))
                .executeUpdate();
    }

    private int update(String id, T value, int expected) {
        return entities.createNativeQuery("update " + table
                        + " set document = ?2, revision = revision + 1 where id = ?1 and revision = ?3")
                .setParameter(1, id)
                .setParameter(2, write(value))
                .setParameter(3, expected)
                .executeUpdate();
    }

    private String write(T value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
