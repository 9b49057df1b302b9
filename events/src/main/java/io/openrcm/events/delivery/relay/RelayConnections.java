package io.openrcm.events.delivery.relay;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * Opens the relay's own database session: not from a pool, because its locks are the relay's lanes.
 *
 * @param properties of the JDBC driver, beyond user and password
 */
public record RelayConnections(String url, String user, String password, Map<String, String> properties) {

    Connection open() throws SQLException {
        var all = new Properties();
        all.putAll(properties);
        all.setProperty("user", user);
        all.setProperty("password", password);
        all.setProperty("ApplicationName", "openrcm-relay");
        all.setProperty("tcpKeepAlive", "true");
        // Seconds. Also when the other end is gone without a word; above the longest statement of the relay.
        all.setProperty("connectTimeout", "5");
        all.setProperty("socketTimeout", "15");
        var connection = driver().connect(url, all);
        try (var session = connection.createStatement()) {
            // Rows come and go by the primary key, whatever statistics say of a table that is empty one moment and deep
            // the next; so there is but one plan of each statement, made once.
            session.execute(
                    "set enable_sort = off; set enable_seqscan = off; set plan_cache_mode = force_generic_plan");
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    private Driver driver() throws SQLException {
        for (var driver : ServiceLoader.load(Driver.class, RelayConnections.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new SQLException("no driver for the database's address", "08001");
    }

    @Override
    public String toString() {
        return "RelayConnections[" + user + "]";
    }
}
