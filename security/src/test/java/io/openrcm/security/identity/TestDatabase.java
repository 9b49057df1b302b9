package io.openrcm.security.identity;

import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** The test's database as its administrator sees it: every row of every table, past all roles. */
public final class TestDatabase {

    private TestDatabase() {}

    public static DataSource everything() {
        try {
            var servers = ServersProcess.shared();
            var database = new PGSimpleDataSource();
            database.setUrl(ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class));
            database.setUser(servers.adminUser());
            database.setPassword(servers.adminPassword());
            return database;
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** The first column of every row. */
    public static List<String> column(String query) {
        try (var connection = everything().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Does what is written there, as one who may do everything. */
    public static void run(String sql) {
        try (var connection = everything().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
