package io.openrcm.gateway.archive;

import io.openrcm.events.Ids;
import io.openrcm.gateway.archive.sealed.SealedContents;
import io.openrcm.rest.record.ClientAddress;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import io.openrcm.security.sealing.FieldSealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/** Keeps a file's bytes before anything is read from them. The same bytes from the same partner are kept once; their second coming is noted. */
@ApplicationScoped
public class KeepFile {

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
     * The kept file's id.
     *
     * @param name as the partner called it; content decides, not the name
     */
    @Transactional
    public UUID keep(String partner, String name, byte[] content) {
        var hash = Sha256.of(content);
        var id = Ids.derived(partner + "/file/" + HexFormat.of().formatHex(hash));
        int kept = entities.createNativeQuery("""
                        with kept as (
                          insert into received_file(id, partner_id, name, sha256, size_bytes, status, received_at)
                          values (?1, ?2, ?3, ?4, ?5, 'RECEIVED', ?6) on conflict do nothing returning 1)
                        insert into received_content(file_id, content) select ?1, ?7 from kept""")
                .setParameter(1, id)
                .setParameter(2, partner)
                .setParameter(3, name)
                .setParameter(4, hash)
                .setParameter(5, content.length)
                .setParameter(6, clock.instant())
                .setParameter(7, sealer.seal(SealedContents.RECEIVED, id.toString(), content))
                .executeUpdate();
        if (kept == 0) {
            var repetition = noteRepetition(id, name);
            putOnRecord(repetition);
            return repetition;
        }
        putOnRecord(id);
        return id;
    }

    /** Whose claims are in it is not known yet. */
    private void putOnRecord(UUID file) {
        trail.record(address.on(AuditEntry.create("received-file", file.toString())));
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
