package io.openrcm.gateway.interchange;

import io.openrcm.gateway.GatewayProblem;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.rest.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every file of claims sent. Whoever reads an answer to one locks its row first, so that two answers to one file are taken
 * one after the other.
 */
@ApplicationScoped
public class SentInterchanges implements PanacheRepositoryBase<SentInterchange, UUID> {

    /** The interchange, or a problem {@code UNKNOWN_INTERCHANGE} (404). */
    public SentInterchange get(UUID id) {
        return findByIdOptional(id).orElseThrow(SentInterchanges::unknown);
    }

    public static Problem unknown() {
        return new Problem(GatewayProblem.UNKNOWN_INTERCHANGE, "no sent interchange has this id");
    }

    /** Locks the interchange; fails if there is none. */
    public SentInterchange locked(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .orElseThrow(() -> new IllegalStateException("an interchange that was sent is gone"));
    }

    /** As the partner echoes it; nine digits, or without the leading zeros. */
    public Optional<UUID> idByNumber(String partner, String controlNumber) {
        if (controlNumber.isEmpty()
                || controlNumber.length() > 9
                || !controlNumber.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return getEntityManager()
                .createQuery("select id from SentInterchange where partnerId = ?1 and controlNumber = ?2", UUID.class)
                .setParameter(1, partner)
                .setParameter(2, Long.parseLong(controlNumber))
                .getResultStream()
                .findFirst();
    }

    /** Files that may or may not have left, oldest first. */
    public List<UUID> prepared() {
        return getEntityManager()
                .createQuery(
                        "select id from SentInterchange where status = PREPARED order by partnerId, controlNumber",
                        UUID.class)
                .getResultList();
    }

    /** The bytes; empty also where they are not for the caller to see. */
    public Optional<byte[]> content(UUID id) {
        return Optional.ofNullable(getEntityManager().find(InterchangeContent.class, id))
                .map(InterchangeContent::content);
    }

    /** Who may see the claims in all of these files. */
    public Audience audienceOf(Collection<UUID> ids) {
        return Audience.ofAll(
                list("id in ?1", ids).stream().map(SentInterchange::audience).toList());
    }

    void keep(SentInterchange interchange, byte[] content, List<SentSet> sets) {
        persist(interchange);
        getEntityManager().persist(new InterchangeContent(interchange.id(), content));
        sets.forEach(getEntityManager()::persist);
    }

    public List<SentSet> sets(UUID interchange) {
        return getEntityManager()
                .createQuery("from SentSet where interchangeId = ?1 order by setControl", SentSet.class)
                .setParameter(1, interchange)
                .getResultList();
    }

    /** The sets of one functional group. */
    public List<SentSet> setsOfGroup(String partner, String groupControl) {
        return getEntityManager()
                .createQuery(
                        "from SentSet where partnerId = ?1 and groupControl = ?2 order by interchangeId, setControl",
                        SentSet.class)
                .setParameter(1, partner)
                .setParameter(2, groupControl)
                .getResultList();
    }

    public Optional<SentSet> setByReference(String partner, String batchReference) {
        return getEntityManager()
                .createQuery("from SentSet where partnerId = ?1 and batchReference = ?2", SentSet.class)
                .setParameter(1, partner)
                .setParameter(2, batchReference)
                .getResultStream()
                .findFirst();
    }

    /** Newest first, after the given one. */
    public List<SentInterchange> page(@Nullable String partner, Instant before, UUID beforeId, int limit) {
        var newestFirst = Sort.descending("preparedAt", "id");
        var after = "(preparedAt < ?1 or (preparedAt = ?1 and id < ?2))";
        var query = partner == null
                ? find(after, newestFirst, before, beforeId)
                : find(after + " and partnerId = ?3", newestFirst, before, beforeId, partner);
        return query.page(0, limit).list();
    }
}
