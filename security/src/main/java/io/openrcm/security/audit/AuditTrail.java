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
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
     * What a service does by itself.
     *
     * @param event that it has heard or told, as {@code ClaimReleased.v1}
     * @param facility of the objects; null: none known
     * @param topic on which it was heard; null if it was told
     * @param aboutPatient whether it was heard with something about a patient in it
     */
    public record Work(
            String event,
            @Nullable String facility,
            @Nullable String topic,
            boolean aboutPatient) {

        /** Heard, and acted upon. */
        public static Work heard(String event, @Nullable String facility, String topic, boolean aboutPatient) {
            return new Work(event, facility, topic, aboutPatient);
        }

        /** A change, told to others. */
        public static Work told(String event, @Nullable String facility) {
            return new Work(event, facility, null, false);
        }

        boolean isChange() {
            return topic == null;
        }
    }

    /** With what the transaction does: both are saved or neither is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEntry entry) {
        pending().add(Actor.of(acting.known()), entry);
    }

    /**
     * What the service does by itself, with the transaction that is under way: the same work on many objects makes one row for all of them.
     * What was heard and says nothing about a patient is on record if nothing was told about the object because of it; else that says what
     * came of it.
     *
     * @param because the id of what was heard, or of that because of which something is told
     * @throws IllegalStateException if there is no transaction
     */
    public void recordWork(Work work, UUID object, UUID correlationId, UUID because) {
        pending().add(work, object, correlationId, because);
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
        private @Nullable Actor itself;
        private boolean written;

        void add(Actor actor, AuditEntry entry) {
            if (written) {
                throw new IllegalStateException("the audit entries of this transaction have already been written");
            }
            entries.add(actor, entry);
        }

        void add(Work work, UUID object, UUID correlationId, UUID because) {
            if (written) {
                throw new IllegalStateException("the audit entries of this transaction have already been written");
            }
            var actor = itself;
            if (actor == null) {
                actor = Actor.of(acting.known());
                itself = actor;
            }
            entries.add(actor, work, object, correlationId, because);
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
