package io.openrcm.servers.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Databases and who may do what in them. A service's own login, named as its database, owns nothing and may touch no table: for each
 * transaction it takes the role of whom it works for. Its tables belong to another login, which only migrations use. Neither enters any
 * other database.
 */
public final class Databases {

    /** Whom a service works for: people and machines that call it, and events and rounds. Each right is given to one of these. */
    private static final List<String> TAKEN = List.of("openrcm_app", "openrcm_worker");

    /** Delivery of events works for nobody in particular; its rights are the login's own. */
    private static final String RELAY = "openrcm_relay";

    /** Roles are shared by all databases of a server, and two sessions that change the same one at the same time disturb each other. */
    private static final long ALONE = 0x6f70656e72636dL;

    private final UnaryOperator<String> addresses;
    private final String user;
    private final String password;

    /**
     * @param addresses JDBC address of a database, by its name
     * @param user a superuser: nobody else may hand over what belongs to others
     */
    public Databases(UnaryOperator<String> addresses, String user, String password) {
        this.addresses = addresses;
        this.user = user;
        this.password = password;
    }

    /** The login that owns a database and what is in it. */
    public static String ownerOf(String database) {
        return database + "_owner";
    }

    /**
     * Makes a service's database with its two logins, or what is missing of it. Logins that exist get these passwords; a database whose
     * service's login still owns it is handed over to the owner.
     */
    public void create(String name, String servicePassword, String ownerPassword) throws SQLException {
        var owner = ownerOf(name);
        try (var connection = alone()) {
            for (var group : TAKEN) {
                role(connection, group, "nologin");
            }
            role(connection, RELAY, "nologin");
            login(connection, name, servicePassword);
            login(connection, owner, ownerPassword);
            for (var taken : TAKEN) {
                run(connection, "grant %I to %I with inherit false, set true", taken, name);
            }
            run(connection, "grant %I to %I with inherit true, set true", RELAY, name);
            database(connection, name, owner);
            run(connection, "revoke all on database postgres, template1 from public");
            run(connection, "grant connect on database %I to %I", name, name);
            handOver(name, owner);
        }
    }

    private void handOver(String name, String owner) throws SQLException {
        try (var inside = as(name)) {
            run(inside, "reassign owned by %I to %I", name, owner);
            run(inside, "revoke all on schema public from public");
            for (var role : List.of(name, TAKEN.get(0), TAKEN.get(1), RELAY)) {
                run(inside, "grant usage on schema public to %I", role);
            }
        }
    }

    /** Makes a database for a program that knows nothing of our roles: the login of the same name owns it. */
    public void createOwned(String name, String ownerPassword) throws SQLException {
        try (var connection = alone()) {
            login(connection, name, ownerPassword);
            database(connection, name, name);
        }
    }

    /** With its logins. */
    public void drop(String name) throws SQLException {
        try (var connection = alone()) {
            run(connection, "drop database if exists %I with (force)", name);
            run(connection, "drop role if exists %I", name);
            run(connection, "drop role if exists %I", ownerOf(name));
        }
    }

    private static void login(Connection connection, String name, String password) throws SQLException {
        role(connection, name, "login password %L", password);
    }

    private static void role(Connection connection, String name, String attributes, String... values)
            throws SQLException {
        boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", name);
        var arguments = new String[values.length + 1];
        arguments[0] = name;
        System.arraycopy(values, 0, arguments, 1, values.length);
        run(
                connection,
                (known ? "alter" : "create") + " role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls "
                        + attributes,
                arguments);
    }

    private static void database(Connection connection, String name, String owner) throws SQLException {
        boolean known = exists(connection, "select 1 from pg_database where datname = ?", name);
        run(connection, known ? "alter database %I owner to %I" : "create database %I owner %I", name, owner);
        run(connection, "revoke all on database %I from public", name);
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

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Until it closes, nobody else makes or drops: always through the same database, because such a lock ends at its border. */
    private Connection alone() throws SQLException {
        var connection = as("postgres");
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ALONE + ")");
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    private Connection as(String database) throws SQLException {
        return DriverManager.getConnection(addresses.apply(database), user, password);
    }
}
