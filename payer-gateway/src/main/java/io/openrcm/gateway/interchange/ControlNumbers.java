package io.openrcm.gateway.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/**
 * The numbers of interchanges and groups. They come from the database, partner by partner, never from the clock, and are
 * never given out twice: TA1 and 999 name a file by nothing else.
 */
@ApplicationScoped
class ControlNumbers {

    /** The last numbers used. */
    record Last(long interchange, long group) {}

    private final EntityManager entities;

    ControlNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks a partner's numbers until the transaction ends; empty where another transaction is about to use them. */
    @Transactional(TxType.MANDATORY)
    Optional<Last> lock(String partner) {
        var rows = entities.createNativeQuery(
                        "select last_interchange, last_group from control_number where partner_id = ?1 for update skip locked")
                .setParameter(1, partner)
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            return Optional.of(new Last(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue()));
        }
        return Optional.empty();
    }

    @Transactional(TxType.MANDATORY)
    void used(String partner, Last last) {
        var _ = entities.createNativeQuery(
                        "update control_number set last_interchange = ?2, last_group = ?3 where partner_id = ?1")
                .setParameter(1, partner)
                .setParameter(2, last.interchange())
                .setParameter(3, last.group())
                .executeUpdate();
    }
}
