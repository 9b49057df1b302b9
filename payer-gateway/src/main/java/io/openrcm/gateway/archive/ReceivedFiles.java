package io.openrcm.gateway.archive;

import io.openrcm.gateway.GatewayProblem;
import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.rest.Problem;
import io.openrcm.security.sealing.FieldSealer;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every file received, and what became of its transaction sets. */
@ApplicationScoped
public class ReceivedFiles implements PanacheRepositoryBase<ReceivedFile, UUID> {

    private final FieldSealer sealer;

    ReceivedFiles(FieldSealer sealer) {
        this.sealer = sealer;
    }

    /** The file, or a problem {@code UNKNOWN_FILE} (404). */
    public ReceivedFile get(UUID id) {
        return findByIdOptional(id).orElseThrow(ReceivedFiles::unknown);
    }

    /** As it is read, with its transaction sets; a problem {@code UNKNOWN_FILE} (404) if there is none. */
    @Transactional
    public ReceivedFileView view(UUID id) {
        return get(id).view(sets(id));
    }

    public static Problem unknown() {
        return new Problem(GatewayProblem.UNKNOWN_FILE, "no received file has this id");
    }

    /** Locks the file; a problem {@code UNKNOWN_FILE} (404) if there is none. */
    public ReceivedFile locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ReceivedFiles::unknown);
    }

    /** The bytes; those of a duplicate are the first file's. Empty also where they are not for the caller to see. */
    @SuppressWarnings("unchecked") // a native query with a result class has results of it
    public Optional<byte[]> content(UUID id) {
        return getEntityManager()
                .createNativeQuery(
                        "select file_id, content from received_content"
                                + " where file_id = (select coalesce(duplicate_of, id) from received_file where id = ?1)",
                        Object[].class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .map(row -> opened((UUID) ((Object[]) row)[0], (byte[]) ((Object[]) row)[1]));
    }

    /**
     * A file that is still to be read.
     *
     * @param sealed its bytes; null: not asked for yet
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once to be read; never compared
    public record Unread(UUID id, String partnerId, Instant receivedAt, byte @Nullable [] sealed) {}

    /**
     * Files of which something has not been read, with their bytes, in the order of their coming.
     *
     * @param most files
     * @param bytes after which there is no other one
     */
    @SuppressWarnings("unchecked") // a native query with a result class has results of it
    public List<Unread> unread(int most, long bytes) {
        return getEntityManager()
                .createNativeQuery("""
                        select f.id, f.partner_id, f.received_at, c.content
                        from (select id, partner_id, received_at, position,
                                sum(size_bytes) over (order by position) - size_bytes as bytes_before
                              from received_file where status = 'RECEIVED' order by position limit ?1) f
                          left join received_content c on c.file_id = f.id
                        where f.bytes_before < ?2 order by f.position""", Object[].class)
                .setParameter(1, most)
                .setParameter(2, bytes)
                .getResultStream()
                .map(row -> unread((Object[]) row))
                .toList();
    }

    private static Unread unread(Object[] row) {
        return new Unread((UUID) row[0], (String) row[1], (Instant) row[2], (byte[]) row[3]);
    }

    /** The same without their bytes. */
    public List<Unread> unread(int most) {
        return getEntityManager()
                .createQuery("from ReceivedFile where status = RECEIVED order by position", ReceivedFile.class)
                .setMaxResults(most)
                .getResultStream()
                .map(file -> new Unread(file.id(), file.partnerId(), file.receivedAt(), null))
                .toList();
    }

    public byte[] content(Unread file) {
        return file.sealed() == null ? fetched(file.id()) : opened(file.id(), file.sealed());
    }

    @Transactional
    byte[] fetched(UUID id) {
        return content(id).orElseThrow(() -> new IllegalStateException("a file that was kept is without its bytes"));
    }

    private byte[] opened(UUID id, byte[] sealed) {
        return sealer.open(SealedContents.RECEIVED, id.toString(), sealed);
    }

    /** Whether something in the bytes is, or may be, under 42 CFR Part 2. */
    public boolean underPart2(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select part2 from ReceivedFile where id ="
                                + " (select coalesce(f.duplicateOf, f.id) from ReceivedFile f where f.id = ?1)",
                        Boolean.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    public List<ReceivedSet> sets(UUID file) {
        return getEntityManager()
                .createQuery("from ReceivedSet where fileId = ?1 order by ordinal", ReceivedSet.class)
                .setParameter(1, file)
                .getResultList();
    }

    public Optional<ReceivedSet> set(UUID file, int ordinal) {
        return Optional.ofNullable(getEntityManager().find(ReceivedSet.class, new ReceivedSet.Key(file, ordinal)));
    }

    public void keep(ReceivedSet set) {
        getEntityManager().persist(set);
    }

    /** Empty: nothing under these numbers has been taken in. True: they brought the same content before, in another file. False: other content. */
    public Optional<Boolean> earlierWasTheSame(UUID file, SetIdentity identity, byte[] contentHash) {
        var earlier = getEntityManager()
                .createQuery(
                        "from ReceivedSet where identity.sender = ?1 and identity.interchange = ?2"
                                + " and identity.functionalGroup = ?3 and identity.setControl = ?4"
                                + " and identity.type = ?5 and identity.preparedAt = ?6 and fileId <> ?7"
                                + " and outcome in (APPLIED, DUPLICATE, REFUSED)",
                        ReceivedSet.class)
                .setParameter(1, identity.sender())
                .setParameter(2, identity.interchange())
                .setParameter(3, identity.functionalGroup())
                .setParameter(4, identity.setControl())
                .setParameter(5, identity.type())
                .setParameter(6, identity.preparedAt())
                .setParameter(7, file)
                .getResultList();
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(earlier.stream().anyMatch(set -> set.hasContentOf(contentHash)));
    }

    /** Newest first, before the given position. */
    public List<ReceivedFile> page(
            @Nullable ReceivedFileStatus status,
            @Nullable String partner,
            @Nullable String type,
            long before,
            int limit) {
        var conditions = new ArrayList<>(List.of("position < :before"));
        var parameters = new HashMap<String, Object>(Map.of("before", before));
        if (status != null) {
            conditions.add("status = :status");
            parameters.put("status", status);
        }
        if (partner != null) {
            conditions.add("partnerId = :partner");
            parameters.put("partner", partner);
        }
        if (type != null) {
            conditions.add("concat(',', types, ',') like concat('%,', :type, ',%')");
            parameters.put("type", type);
        }
        return find(String.join(" and ", conditions), Sort.descending("position"), parameters)
                .page(0, limit)
                .list();
    }
}
