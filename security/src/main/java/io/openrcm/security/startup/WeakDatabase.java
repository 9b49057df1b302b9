package io.openrcm.security.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is too weak in the database itself, whatever the configuration says. */
final class WeakDatabase {

    private static final Duration MOST_SKEW = Duration.ofSeconds(60);

    private static final String ABOVE_THE_RULES = """
            select rolsuper or rolbypassrls from pg_roles where rolname = session_user""";

    private static final String OWNED = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = session_user""";

    private static final String UNGUARDED = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'facility' and not a.attisdropped)
            order by c.relname""";

    private static final String NOW = "select extract(epoch from clock_timestamp())::float8";

    private WeakDatabase() {}

    static List<String> of(Connection connection, Clock clock) throws SQLException {
        var weaknesses = new ArrayList<String>();
        if (first(connection, ABOVE_THE_RULES).equals("t")) {
            weaknesses.add("The service's database login must not be a superuser nor bypass row security.");
        }
        if (!first(connection, OWNED).equals("0")) {
            weaknesses.add("The service's database login must not own tables.");
        }
        for (String table : all(connection, UNGUARDED)) {
            weaknesses.add("The table " + table + " must have its row security enabled and forced.");
        }
        var theirs = Instant.ofEpochMilli((long) (Double.parseDouble(first(connection, NOW)) * 1000));
        if (Duration.between(theirs, clock.instant()).abs().compareTo(MOST_SKEW) > 0) {
            weaknesses.add(
                    "The clocks of service and database must not be more than " + MOST_SKEW.toSeconds() + " s apart.");
        }
        return weaknesses;
    }

    private static String first(Connection connection, String query) throws SQLException {
        return all(connection, query).getFirst();
    }

    private static List<String> all(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query);
                var rows = statement.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
