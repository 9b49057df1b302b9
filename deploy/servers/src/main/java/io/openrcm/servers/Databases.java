package io.openrcm.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Databases, each with the role of the same name that owns it and is the only one to enter it. */
final class Databases {

    private final ServerAddresses servers;

    Databases(ServerAddresses servers) {
        this.servers = servers;
    }

    /** Makes what is missing; a role that exists gets this password. */
    void create(String name, String password) throws SQLException {
        try (var connection = asAdmin()) {
            boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", name);
            run(connection, (known ? "alter" : "create") + " role %I login password %L", name, password);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                run(connection, "create database %I owner %I", name, name);
            }
            run(connection, "revoke all on database %I from public", name);
        }
    }

    void drop(String name) throws SQLException {
        try (var connection = asAdmin()) {
            run(connection, "drop database if exists %I with (force)", name);
            run(connection, "drop role if exists %I", name);
        }
    }

    /** Names and passwords cannot be parameters of such statements: the server quotes them (%I, %L). */
    private static void run(Connection connection, String format, String... values) throws SQLException {
        var quoted = "select format(?" + ", ?".repeat(values.length) + ")";
        try (var quote = connection.prepareStatement(quoted);
                var statement = connection.createStatement()) {
            quote.setString(1, format);
            for (int i = 0; i < values.length; i++) {
                quote.setString(i + 2, values[i]);
            }
            try (var rows = quote.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no answer to " + format);
                }
                statement.execute(rows.getString(1));
            }
        }
    }

    private Connection asAdmin() throws SQLException {
        return DriverManager.getConnection(
                servers.databaseUrl("postgres"), servers.adminUser(), servers.adminPassword());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
