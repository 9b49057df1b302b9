package io.openrcm.events.delivery;

import io.openrcm.events.delivery.relay.OutboxEntry;
import io.openrcm.events.delivery.relay.OutboxTable;
import io.openrcm.events.delivery.relay.RelayService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Keeps the events of each transaction until it commits, then writes them at one stroke. */
@ApplicationScoped
class OutboxWriter {

    private static final Object KEY = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final DataSource database;
    private final Instance<EntityManager> entities;
    private final RelayService relay;

    OutboxWriter(
            TransactionSynchronizationRegistry transactions,
            DataSource database,
            Instance<EntityManager> entities,
            RelayService relay) {
        this.transactions = transactions;
        this.database = database;
        this.entities = entities;
        this.relay = relay;
    }

    void add(OutboxEntry entry) {
        pending().add(entry);
    }

    private Pending pending() {
        if (transactions.getResource(KEY) instanceof Pending known) {
            return known;
        }
        // Joined now, because a session cannot join a transaction that is already completing.
        if (entities.isResolvable() && !entities.get().isJoinedToTransaction()) {
            throw new IllegalStateException("the persistence context is not part of the transaction");
        }
        var pending = new Pending();
        transactions.putResource(KEY, pending);
        transactions.registerInterposedSynchronization(pending);
        return pending;
    }

    private final class Pending implements Synchronization {

        private final List<OutboxEntry> entries = new ArrayList<>();
        private boolean written;

        void add(OutboxEntry entry) {
            if (written) {
                throw new IllegalStateException("the events of this transaction have already been written");
            }
            entries.add(entry);
        }

        @Override
        public void beforeCompletion() {
            // First the aggregates' rows, which orders transactions by their locks; then the events, which take their
            // ids in that order.
            if (entities.isResolvable()) {
                entities.get().flush();
            }
            try (var connection = database.getConnection()) {
                OutboxTable.insert(connection, entries);
                written = true;
            } catch (SQLException failed) {
                throw new OutboxUnavailable(failed);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }

    /** The events could not be written, so the change is not made either. */
    static final class OutboxUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutboxUnavailable(SQLException cause) {
            super("the outbox could not be written", cause);
        }
    }
}
