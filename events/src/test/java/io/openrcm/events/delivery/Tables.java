package io.openrcm.events.delivery;

import io.openrcm.security.identity.TestDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at tables as they are on disk. */
@ApplicationScoped
public class Tables {

    private static final List<String> ALL = List.of("outbox", "inbox", "inbox_position", "parked_message", "tally");

    private final DataSource database;
    private final String url;
    private final String user;
    private final String password;

    Tables(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.database = TestDatabase.everything();
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void empty() {
        run("truncate " + String.join(", ", ALL));
    }

    /** One line per table; two are equal if and only if every row of every table is. */
    List<String> checksums() {
        return ALL.stream()
                .map(table -> table + " "
                        + texts("select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) from " + table
                                + " r"))
                .toList();
    }

    long count(String from) {
        return Long.parseLong(texts("select count(*) from " + from).getFirst());
    }

    List<String> texts(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new AssertionError(query, failed);
        }
    }

    /** Ends every session of this database but one opened for the purpose, as a restart of the database would. */
    void endOtherSessions() {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid, 5000) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        } catch (SQLException failed) {
            throw new AssertionError("sessions could not be ended", failed);
        }
    }

    void run(String change) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException failed) {
            throw new AssertionError(change, failed);
        }
    }
}
