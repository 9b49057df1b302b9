package io.openrcm.security.audit.chain;

import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.sealing.KeyRing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals what has been committed to this service's audit trail and is not sealed yet. */
@ApplicationScoped
public class SealAuditTrail {

    private final DataSource database;
    private final Acting acting;
    private final SealingRound round;

    SealAuditTrail(
            DataSource database,
            Acting acting,
            KeyRing keys,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.acting = acting;
        round = new SealingRound(service, keys::signCheckpoint);
    }

    /** One round, in a transaction of its own; only one thread may call this. */
    public SealingRound.Outcome now() {
        return inTransaction(round::run);
    }

    Optional<Checkpoint> lastCheckpoint() {
        return inTransaction(connection -> new SealTables(connection).lastCheckpoint());
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return acting.asService(
                Facilities.ALL,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection()) {
                        return work.in(connection);
                    }
                }));
    }
}
