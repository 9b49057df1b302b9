package io.openrcm.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.events.Ids;
import io.openrcm.security.access.Acting;
import io.openrcm.security.sealing.Field;
import io.openrcm.security.sealing.FieldSealer;
import io.openrcm.security.sealing.resealing.SealedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The promise of the {@code Idempotency-Key} header: the same key and body get the same answer, the work is done once. The
 * key is kept in the transaction of the work itself; a second request with the same key waits for the first one's commit and
 * then reads its answer. Keys are kept for at least 30 days.
 */
@ApplicationScoped
public class IdempotencyKeys {

    private static final Field REQUEST_HASH = new Field("idempotency_key", "request_hash");
    private static final Field BODY = new Field("idempotency_key", "body");
    private static final int KEPT_DAYS = 30;
    private static final int MAX_KEY_LENGTH = 200;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;
    private final Acting acting;
    private final FieldSealer sealer;

    public IdempotencyKeys(EntityManager entities, ObjectMapper json, Clock clock, Acting acting, FieldSealer sealer) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
        this.acting = acting;
        this.sealer = sealer;
    }

    @Produces
    @Singleton
    static SealedTable sealed() {
        return SealedTable.of("idempotency_key", "id", "request_hash", "body");
    }

    /**
     * Does the work unless it was done for this key before.
     *
     * @param key the header's value; absent means that the work is simply done
     * @param operation method and path, so that one key cannot answer for two operations
     * @param body what was asked, as a JSON value or bytes
     */
    @Transactional
    public Answer once(@Nullable String key, String operation, Object body, Supplier<Answer> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new Problem(
                    RestProblem.INVALID_PARAMETER,
                    "Idempotency-Key has 1 to " + MAX_KEY_LENGTH + " characters.",
                    List.of(new FieldError("Idempotency-Key", "KEY_LENGTH", "1 to " + MAX_KEY_LENGTH + " characters")));
        }
        // A key is its sender's: nobody else is given the answer that is kept for it.
        UUID id = Ids.derived(acting.known().id() + "\n" + operation + "\n" + key);
        byte[] hash = hashOf(body);
        int inserted = entities.createNativeQuery(
                        "insert into idempotency_key(id, request_hash, created_at) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, sealer.seal(REQUEST_HASH, id.toString(), hash))
                .setParameter(3, clock.instant())
                .executeUpdate();
        return inserted == 0 ? answerGivenBefore(id, hash) : keep(id, work.get());
    }

    /** Forgets keys older than the promise. */
    @Transactional
    public int forgetOld() {
        return entities.createNativeQuery("delete from idempotency_key where created_at < ?1")
                .setParameter(1, clock.instant().minus(java.time.Duration.ofDays(KEPT_DAYS)))
                .executeUpdate();
    }

    private Answer keep(UUID id, Answer answer) {
        var _ = entities.createNativeQuery(
                        "update idempotency_key set status = ?2, headers = ?3, body = ?4 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, answer.status())
                .setParameter(3, text(new TreeMap<>(answer.headers())))
                .setParameter(4, sealer.seal(BODY, id.toString(), bytes(answer.body())))
                .executeUpdate();
        return answer;
    }

    private Answer answerGivenBefore(UUID id, byte[] hash) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "select request_hash, status, headers, body from idempotency_key where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        if (!MessageDigest.isEqual(hash, sealer.open(REQUEST_HASH, id.toString(), (byte[]) row[0]))) {
            throw new Problem(
                    RestProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request; nothing was changed.");
        }
        try {
            Map<String, String> headers = new TreeMap<>();
            json.readTree((String) row[2])
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            JsonNode body = json.readTree(sealer.open(BODY, id.toString(), (byte[]) row[3]));
            return new Answer(((Number) row[1]).intValue(), body, headers);
        } catch (IOException e) {
            throw new IllegalStateException("a kept answer does not read as JSON", e);
        }
    }

    /** As it is kept, sealed: who has a plain hash can try requests until one fits. */
    private byte[] hashOf(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body instanceof byte[] raw ? raw : bytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the request cannot be hashed", e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request or an answer cannot be written as JSON", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be kept as JSON", e);
        }
    }
}
