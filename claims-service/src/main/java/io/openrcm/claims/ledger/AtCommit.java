package io.openrcm.claims.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Keeps what a transaction will write until just before it commits, so that a whole batch is written at one stroke. */
@ApplicationScoped
public class AtCommit {

    /** Something that is written once, when the transaction has decided everything. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T gathered, Connection connection) throws SQLException;
    }

    /** Something that is asked of the database now. */
    @FunctionalInterface
    public interface Query<R> {
        R ask(Connection connection) throws SQLException;
    }

    private final TransactionSynchronizationRegistry transactions;
    private final DataSource database;

    public AtCommit(TransactionSynchronizationRegistry transactions, DataSource database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** What this transaction has gathered so far under its type; the first call decides how it is written. */
    public <T> T gather(Class<T> type, Supplier<T> empty, Writer<T> writer) {
        Object known = transactions.getResource(type);
        if (known != null) {
            return type.cast(known);
        }
        var gathered = empty.get();
        transactions.putResource(type, gathered);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                var _ = query(connection -> {
                    writer.write(gathered, connection);
                    return gathered;
                });
            }

            @Override
            public void afterCompletion(int status) {
                // Nothing is kept beyond the transaction.
            }
        });
        return gathered;
    }

    /** In the transaction of the caller. */
    public <R> R query(Query<R> query) {
        try (var connection = database.getConnection()) {
            return query.ask(connection);
        } catch (SQLException failed) {
            throw new LedgerUnavailable(failed);
        }
    }

    /** The database refused or did not answer; the transaction must not commit. */
    public static final class LedgerUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LedgerUnavailable(SQLException cause) {
            super("the ledger could not be read or written, SQL state " + cause.getSQLState(), cause);
        }
    }
}
