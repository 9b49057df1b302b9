package io.openrcm.security.audit;

import io.openrcm.security.access.Acting;
import io.openrcm.security.access.Facilities;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Puts on record who did what. What cannot be put on record is not done. */
@ApplicationScoped
public class AuditTrail {

    private static final Object KEY = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final DataSource database;
    private final Acting acting;

    AuditTrail(TransactionSynchronizationRegistry transactions, DataSource database, Acting acting) {
        this.transactions = transactions;
        this.database = database;
        this.acting = acting;
    }

    /**
     * With what the transaction does: both are saved or neither is. What a service does by itself to many objects in one transaction makes
     * one row for all of the same kind.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEntry entry) {
        pending().add(Actor.of(acting.known()), entry);
    }

    /**
     * Whatever becomes of the caller's transaction: for what was refused or has failed.
     *
     * @throws AuditUnavailable it is not on record
     */
    public void recordApart(AuditEntry entry) {
        var caller = acting.caller();
        if (caller.isPresent()) {
            writeApart(Actor.of(caller.get()), entry);
        } else {
            var _ = acting.asService(Facilities.NONE, () -> {
                writeApart(Actor.UNKNOWN, entry);
                return true;
            });
        }
    }

    private void writeApart(Actor actor, AuditEntry entry) {
        var entries = new CollectedEntries();
        entries.add(actor, entry);
        QuarkusTransaction.requiringNew().run(() -> write(entries.rows()));
    }

    private Pending pending() {
        if (transactions.getResource(KEY) instanceof Pending known) {
            return known;
        }
        var pending = new Pending();
        transactions.putResource(KEY, pending);
        transactions.registerInterposedSynchronization(pending);
        return pending;
    }

    private void write(List<CollectedEntries.Row> rows) {
        try (var connection = database.getConnection()) {
            AuditTable.insert(connection, rows);
        } catch (SQLException failed) {
            throw new AuditUnavailable(failed);
        }
    }

    private final class Pending implements Synchronization {

        private final CollectedEntries entries = new CollectedEntries();
        private boolean written;

        void add(Actor actor, AuditEntry entry) {
            if (written) {
                throw new IllegalStateException("the audit entries of this transaction have already been written");
            }
            entries.add(actor, entry);
        }

        @Override
        public void beforeCompletion() {
            write(entries.rows());
            written = true;
        }

        @Override
        public void afterCompletion(int status) {
            // Rolled back: then it was not done.
        }
    }

    /** The entries could not be written, so what they are about is not done either. */
    public static final class AuditUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AuditUnavailable(SQLException cause) {
            super("the audit trail could not be written", cause);
        }
    }
}
