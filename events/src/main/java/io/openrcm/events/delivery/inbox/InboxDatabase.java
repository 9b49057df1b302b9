package io.openrcm.events.delivery.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Transactions of the inbox, each with a persistence context of its own. */
@ApplicationScoped
public class InboxDatabase {

    private static final Logger LOG = Logger.getLogger(InboxDatabase.class);
    private static final int TIMEOUT_SECONDS = 300;
    private static final long SHORTEST_BACKOFF_MS = 50;
    private static final long LONGEST_BACKOFF_MS = 5_000;

    private final DataSource database;
    private final CountDownLatch stopping = new CountDownLatch(1);

    InboxDatabase(DataSource database) {
        this.database = database;
    }

    /** Something to do within a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** The application ends; what was not finished is delivered again. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Does the work in a transaction of its own. */
    public <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (var connection = database.getConnection()) {
                return work.in(connection);
            }
        });
    }

    /** Does something again and again, with growing pauses, for as long as the infrastructure does not let it. */
    public <T> T patiently(Supplier<T> work) {
        long backoffMs = SHORTEST_BACKOFF_MS;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                if (Fault.of(failed) != Fault.INFRASTRUCTURE) {
                    throw failed;
                }
                LOG.warnf("the database is not there (%s); again in %d ms", Fault.code(failed), backoffMs);
                pause(backoffMs);
                backoffMs = Math.min(LONGEST_BACKOFF_MS, backoffMs * 2);
            }
        }
    }

    /** Waits, or ends with {@link Stopped} when the application does. */
    public void pause(long milliseconds) {
        try {
            if (stopping.await(milliseconds, TimeUnit.MILLISECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping.countDown();
    }
}
