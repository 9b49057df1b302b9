package io.openrcm.events.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at tables as they are on disk. */
@ApplicationScoped
public class Tables {

    private static final List<String> ALL = List.of("outbox", "inbox", "inbox_position", "parked_message", "tally");

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
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

    void run(String change) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException failed) {
            throw new AssertionError(change, failed);
        }
    }
}
