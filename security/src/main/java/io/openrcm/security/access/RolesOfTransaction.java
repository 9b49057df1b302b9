package io.openrcm.security.access;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells the database, at the start of each transaction and until its end, for whom it is. The service's own login may touch no record:
 * without this there is an error, not an answer.
 */
@ApplicationScoped
public class RolesOfTransaction implements AgroalPoolInterceptor {

    private static final String BEGIN = """
            select set_config('role', ?, true), set_config('app.facilities', ?, true), set_config('app.part2', ?, true)""";

    private static final String NARROW = "select set_config('app.facilities', ?, true)";

    private final Instance<Acting> acting;

    RolesOfTransaction(Instance<Acting> acting) {
        this.acting = acting;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                begin(connection);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("the database did not take the transaction's role", refused);
        }
    }

    private void begin(Connection connection) throws SQLException {
        var caller = acting.get().caller();
        if (caller.isPresent()) {
            begin(connection, caller.get());
        }
    }

    /** For a transaction that is no business of the container's: it is its caller's, from here to its end. */
    public static void begin(Connection connection, Caller caller) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, caller.kind() == Caller.Kind.SERVICE ? "openrcm_worker" : "openrcm_app");
            statement.setString(2, caller.facilities().setting());
            statement.setString(3, caller.part2() ? "on" : "off");
            run(statement);
        }
    }

    /** From here to the end of the transaction it is for these facilities. */
    public static void narrow(Connection connection, Facilities facilities) throws SQLException {
        try (var statement = connection.prepareStatement(NARROW)) {
            statement.setString(1, facilities.setting());
            run(statement);
        }
    }

    private static void run(PreparedStatement statement) throws SQLException {
        try (var answer = statement.executeQuery()) {
            if (!answer.next()) {
                throw new SQLException("no answer to set_config");
            }
        }
    }
}
