package io.openrcm.security.sealing.resealing;

import io.openrcm.security.access.ForAllFacilities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** What is known of each table's seals; where operators see whether an older key is still needed. */
@ApplicationScoped
class Passes {

    private static final String NOTE = """
            insert into sealing_pass(table_name, purpose, under, stale_at) values (?1, ?2, ?3, ?4)
            on conflict (table_name, purpose) do update set
              under = excluded.under,
              stale_at = case when ?5 or sealing_pass.under <> excluded.under then clock_timestamp() else sealing_pass.stale_at end,
              completed_at = case when not ?5 and sealing_pass.under = excluded.under
                and cast(?4 as timestamptz) >= sealing_pass.stale_at + make_interval(secs => ?6) then clock_timestamp() end""";

    private static final String NOW = "select clock_timestamp()";

    /** What a pass is for. */
    enum Purpose {
        SEALED,
        PRESENT_KEYS
    }

    private final EntityManager entities;

    Passes(EntityManager entities) {
        this.entities = entities;
    }

    @ForAllFacilities
    @Transactional
    public boolean isComplete(SealedTable table, Purpose purpose, Staleness staleness) {
        return !entities.createNativeQuery("""
                        select 1 from sealing_pass
                        where table_name = ?1 and purpose = ?2 and under = ?3 and completed_at is not null""")
                .setParameter(1, table.name())
                .setParameter(2, purpose.name())
                .setParameter(3, staleness.name())
                .getResultList()
                .isEmpty();
    }

    @ForAllFacilities
    @Transactional
    public Instant now() {
        return (Instant) entities.createNativeQuery(NOW, Instant.class).getSingleResult();
    }

    /**
     * Notes a pass. It was the last one if it found nothing and began so long after anything was found that no transaction from before can
     * still write.
     */
    @ForAllFacilities
    @Transactional
    public void note(
            SealedTable table,
            Purpose purpose,
            Staleness staleness,
            Instant beganAt,
            boolean foundAny,
            Duration settle) {
        var _ = entities.createNativeQuery(NOTE)
                .setParameter(1, table.name())
                .setParameter(2, purpose.name())
                .setParameter(3, staleness.name())
                .setParameter(4, beganAt)
                .setParameter(5, foundAny)
                .setParameter(6, settle.toMillis() / 1e3)
                .executeUpdate();
    }
}
