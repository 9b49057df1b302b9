package io.openrcm.bench;

import io.openrcm.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the four services' databases as the server's administrator, the only one whom row level security lets see all rows. */
final class Databases {

    static final List<String> NAMES = List.of("coding", "claims", "gateway", "followup");

    /** In the same order. */
    static final List<String> SERVICES =
            List.of("coding-service", "claims-service", "payer-gateway", "followup-service");

    private static final String ADMIN = "postgres";

    private final LocalStack stack;

    Databases(LocalStack stack) {
        this.stack = stack;
    }

    /** The first column of the first row as a whole number. */
    long number(String database, String sql) {
        return rows(database, sql).stream()
                .map(row -> ((Number) row[0]).longValue())
                .findFirst()
                .orElse(0L);
    }

    List<Object[]> rows(String database, String sql) {
        try (Connection connection = connect(database);
                var select = connection.prepareStatement(sql);
                var result = select.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<Object[]>();
            while (result.next()) {
                var row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getObject(i + 1);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The " + database + " database did not answer: " + e.getMessage(), e);
        }
    }

    void change(String database, String statement) {
        try (Connection connection = connect(database);
                var change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The " + database + " database refused: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(database), ADMIN, stack.password(ADMIN));
    }
}
