package io.openrcm.security.audit.chain;

import io.openrcm.security.access.Caller;
import io.openrcm.security.access.Facilities;
import io.openrcm.security.access.RolesOfTransaction;
import io.openrcm.security.sealing.KeyRing;
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
    private final Caller itself;
    private final SealingRound round;

    SealAuditTrail(
            DataSource database, KeyRing keys, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        itself = Caller.service(service, Facilities.ALL);
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

    /** Not the container's: what that does around each one is a third of a round, in each second of each service. */
    private <T> T inTransaction(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RolesOfTransaction.begin(connection, itself);
                T done = work.in(connection);
                connection.commit();
                return done;
            } catch (Throwable failed) {
                rollBack(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit trail could not be sealed", failed);
        }
    }

    /** What went wrong is told also where the connection is gone by then. */
    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            because.addSuppressed(failed);
        }
    }
}
