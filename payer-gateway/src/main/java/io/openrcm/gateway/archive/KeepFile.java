package io.openrcm.gateway.archive;

import io.openrcm.events.Ids;
import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.rest.record.ClientAddress;
import io.openrcm.security.audit.AuditAction;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import io.openrcm.security.sealing.FieldSealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps files' bytes before anything is read from them. The same bytes from the same partner are kept once; their second coming is noted. */
@ApplicationScoped
public class KeepFile {

    private static final String KEEP = """
            with kept as (
              insert into received_file(id, partner_id, name, sha256, size_bytes, status, received_at)
              values (?, ?, ?, ?, ?, 'RECEIVED', ?) on conflict do nothing returning 1)
            insert into received_content(file_id, content) select ?, ? from kept""";

    private final EntityManager entities;
    private final AuditTrail trail;
    private final ClientAddress address;
    private final Clock clock;
    private final FieldSealer sealer;

    KeepFile(EntityManager entities, AuditTrail trail, ClientAddress address, Clock clock, FieldSealer sealer) {
        this.entities = entities;
        this.trail = trail;
        this.address = address;
        this.clock = clock;
        this.sealer = sealer;
    }

    /**
     * A file as it came.
     *
     * @param name as the partner called it; content decides, not the name
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once to be kept; never compared
    public record Arrived(String name, byte[] content) {}

    /** The kept file's id. */
    @Transactional
    public UUID keep(String partner, String name, byte[] content) {
        return keep(partner, List.of(new Arrived(name, content))).getFirst();
    }

    /** The kept files' ids, all in one transaction. */
    @Transactional
    public List<UUID> keep(String partner, List<Arrived> files) {
        var hashes = files.stream().map(file -> Sha256.of(file.content())).toList();
        var ids = new ArrayList<>(hashes.stream().map(hash -> id(partner, hash)).toList());
        int[] kept = entities.unwrap(Session.class)
                .doReturningWork(connection -> insert(connection, partner, files, ids, hashes));
        for (int i = 0; i < kept.length; i++) {
            switch (kept[i]) {
                case 0 -> ids.set(i, noteRepetition(ids.get(i), files.get(i).name()));
                case 1 -> {
                    // It came for the first time.
                }
                default -> throw new IllegalStateException("the driver does not say whether a file was kept");
            }
        }
        putOnRecord(ids);
        return ids;
    }

    private static UUID id(String partner, byte[] hash) {
        return Ids.derived(partner + "/file/" + HexFormat.of().formatHex(hash));
    }

    /** 0 where the same bytes have been kept before. */
    private int[] insert(
            Connection connection, String partner, List<Arrived> files, List<UUID> ids, List<byte[]> hashes)
            throws SQLException {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var insert = connection.prepareStatement(KEEP)) {
            for (int i = 0; i < files.size(); i++) {
                var id = ids.get(i);
                var content = files.get(i).content();
                insert.setObject(1, id);
                insert.setString(2, partner);
                insert.setString(3, files.get(i).name());
                insert.setBytes(4, hashes.get(i));
                insert.setInt(5, content.length);
                insert.setObject(6, now);
                insert.setObject(7, id);
                insert.setBytes(8, sealer.seal(SealedContents.RECEIVED, id.toString(), content));
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    /** Whose claims are in them is not known yet. */
    private void putOnRecord(List<UUID> files) {
        trail.record(address.on(AuditEntry.of(
                AuditAction.CREATE,
                "received-file",
                files.stream().map(UUID::toString).toList())));
    }

    private UUID noteRepetition(UUID first, String name) {
        var _ = entities.createNativeQuery("select 1 from received_file where id = ?1 for no key update")
                .setParameter(1, first)
                .getSingleResult();
        var before = (Number) entities.createNativeQuery("select count(*) from received_file where duplicate_of = ?1")
                .setParameter(1, first)
                .getSingleResult();
        var id = Ids.derived(first, "repetition/" + (before.longValue() + 1));
        var _ = entities.createNativeQuery("""
                        insert into received_file(id, partner_id, name, sha256, size_bytes, status, received_at, duplicate_of, types)
                        select ?1, partner_id, ?2, sha256, size_bytes, 'DUPLICATE', ?3, id, types
                        from received_file where id = ?4""")
                .setParameter(1, id)
                .setParameter(2, name)
                .setParameter(3, clock.instant())
                .setParameter(4, first)
                .executeUpdate();
        return id;
    }
}
