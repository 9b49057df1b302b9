package io.openrcm.gateway.remittance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Every payment that a payer has accounted for. */
@ApplicationScoped
class Remittances implements PanacheRepositoryBase<Remittance, UUID> {

    Optional<Remittance> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** True where this account of the payment was not read before; notes it. */
    boolean noteContent(RemittanceContent.Key key, UUID file) {
        if (getEntityManager().find(RemittanceContent.class, key) != null) {
            return false;
        }
        getEntityManager().persist(new RemittanceContent(key, file));
        return true;
    }
}
