package io.openrcm.events.delivery.inbox;

import io.openrcm.events.InvalidValue;
import io.openrcm.events.delivery.wire.Undecodable;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** What kind of failure stopped a batch, for each kind has its own answer. */
public enum Fault {
    /** The database is away, starting, full, or chose our transaction as the victim: try the same again, for as long as it takes. */
    INFRASTRUCTURE,
    /** Somebody else changed the same rows at the same time: try again a few times. */
    CONTENTION,
    /** Something in the batch cannot be applied: find it and set it aside. */
    MESSAGE;

    private static final List<String> INFRASTRUCTURE_STATES =
            List.of("08", "53", "57P0", "58", "40001", "40P01", "25006");

    /** Lock not available, query cancelled, and a unique key that another transaction took first. */
    private static final List<String> CONTENTION_STATES = List.of("55P03", "57014", "23505");

    public static Fault of(Throwable failure) {
        var found = MESSAGE;
        for (Throwable cause : chain(failure)) {
            var kind = kind(cause);
            if (kind == INFRASTRUCTURE) {
                return kind;
            }
            found = kind == CONTENTION ? kind : found;
        }
        return found;
    }

    private static Fault kind(Throwable cause) {
        return switch (cause) {
            case SQLException sql -> kind(sql.getSQLState());
            case OptimisticLockException _, PessimisticLockException _, LockTimeoutException _, StaleStateException _ ->
                CONTENTION;
            default -> MESSAGE;
        };
    }

    /** The pool gives no state when it has no connection to give. */
    private static Fault kind(@Nullable String sqlState) {
        if (sqlState == null || INFRASTRUCTURE_STATES.stream().anyMatch(sqlState::startsWith)) {
            return INFRASTRUCTURE;
        }
        return CONTENTION_STATES.contains(sqlState) ? CONTENTION : MESSAGE;
    }

    /** A short reason that says nothing about anybody: a rule's code, or the name of the exception and the SQL state. */
    public static String code(Throwable failure) {
        String name = null;
        String state = null;
        for (Throwable cause : chain(failure)) {
            switch (cause) {
                case Undecodable undecodable -> {
                    return undecodable.code();
                }
                case InvalidValue invalid -> {
                    return invalid.rule();
                }
                case SQLException sql -> state = sql.getSQLState();
                default -> {}
            }
            name = name == null && !isWrapper(cause) ? cause.getClass().getSimpleName() : name;
        }
        var known = name == null ? failure.getClass().getSimpleName() : name;
        return state == null ? known : known + "/" + state;
    }

    private static boolean isWrapper(Throwable cause) {
        return cause instanceof RollbackException
                || cause.getClass() == PersistenceException.class
                || cause.getClass() == RuntimeException.class
                || cause.getClass().getSimpleName().equals("QuarkusTransactionException");
    }

    private static Set<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var ordered = new LinkedHashSet<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (seen.add(next)) {
                ordered.add(next);
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return ordered;
    }
}
