package io.openrcm.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.RealServersTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServersTest
class RolesOfTransactionTest {

    private static final String PERMISSION_DENIED = "42501";
    private static final String NO_SUCH_SETTING = "42704";
    private static final String MALFORMED = "22P02";

    @Inject
    DataSource database;

    @Inject
    Acting acting;

    @Inject
    Everything everything;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String login;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void recordsOfTwoFacilitiesAndOneOfNone() {
        acting.asService(
                Facilities.ALL,
                () -> inTransaction(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("delete from sample_record");
                        statement.execute("""
                        insert into sample_record(id, facility, part2, content) values
                        (1, 'LAKESIDE', false, 'one'), (2, 'HARBOR', false, 'two'), (3, 'LAKESIDE', true, 'three'), (4, null, false, 'four')""");
                    }
                    return null;
                }));
    }

    @Test
    void theServicesOwnLoginMayTouchNoRecord() throws SQLException {
        try (var connection = DriverManager.getConnection(url, login, password);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from sample_record"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(PERMISSION_DENIED));
        }
    }

    @Test
    void aRoleWithoutFacilitiesGetsAnErrorAndNotAnEmptyAnswer() throws SQLException {
        for (String role : List.of("openrcm_app", "openrcm_worker")) {
            try (var connection = DriverManager.getConnection(url, login, password);
                    var statement = connection.createStatement()) {
                statement.execute("set role " + role);
                assertThatThrownBy(() -> statement.executeQuery("select * from sample_record"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo(NO_SUCH_SETTING));
            }
        }
    }

    @Test
    void whatATransactionWasForDoesNotOutliveIt() throws SQLException {
        try (var connection = DriverManager.getConnection(url, login, password);
                var statement = connection.createStatement()) {
            statement.execute("set role openrcm_app");
            statement.execute("begin");
            statement.execute(
                    "select set_config('app.facilities', '{LAKESIDE}', true), set_config('app.part2', 'off', true)");
            statement.execute("commit");
            assertThatThrownBy(() -> statement.executeQuery("select * from sample_record"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(MALFORMED));
        }
    }

    @Test
    void callersOfTwoFacilitiesTakeTurnsOnOneConnectionAndNeverMeet() {
        for (int round = 0; round < 20; round++) {
            assertThat(seenBy(person("LAKESIDE"))).containsExactly(1);
            assertThat(seenBy(person("HARBOR"))).containsExactly(2);
            assertThat(seenBy(person("HARBOR", "LAKESIDE"))).containsExactly(1, 2);
            assertThat(seenBy(person("ELSEWHERE"))).isEmpty();
        }
    }

    @Test
    void recordsUnderPart2AreOnlyForThoseWhoMay() {
        assertThat(seenBy(new Caller(
                        Caller.Kind.PERSON, "id", "name", Set.of(), Facilities.of(List.of("LAKESIDE")), true, null)))
                .containsExactly(1, 3);
    }

    @Test
    void whatNoFacilityIsKnownOfIsTheServicesToWorkOn() {
        assertThat(seenBy(Caller.service("sample", Facilities.of(List.of("HARBOR")))))
                .containsExactly(2, 4);
        assertThat(seenBy(Caller.service("sample", Facilities.NONE))).containsExactly(4);
    }

    @Test
    void nobodyWritesARecordOfAnotherFacility() {
        assertThatThrownBy(() -> acting.as(
                        person("HARBOR"),
                        () -> inTransaction(connection -> {
                            try (var statement = connection.createStatement()) {
                                return statement.executeUpdate(
                                        "insert into sample_record(id, facility, content) values (9, 'LAKESIDE', 'x')");
                            }
                        })))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void withoutACallerThereIsAnError() {
        var _ = Acting.name(null);

        assertThatThrownBy(() -> inTransaction(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeQuery("select * from sample_record");
                    }
                }))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void workForAllFacilitiesHasATransactionOfItsOwn() {
        var seen = acting.as(
                person("HARBOR"),
                () -> inTransaction(connection -> List.of(ids(connection), everything.ids(), ids(connection))));

        assertThat(seen).containsExactly(List.of(2), List.of(1, 2, 3, 4), List.of(2));
    }

    @ApplicationScoped
    static class Everything {

        @Inject
        DataSource database;

        @ForAllFacilities
        @Transactional
        List<Integer> ids() throws SQLException {
            try (var connection = database.getConnection()) {
                return RolesOfTransactionTest.ids(connection);
            }
        }
    }

    private List<Integer> seenBy(Caller caller) {
        return acting.as(caller, () -> inTransaction(RolesOfTransactionTest::ids));
    }

    private static List<Integer> ids(Connection connection) throws SQLException {
        var seen = new ArrayList<Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from sample_record order by id")) {
            while (rows.next()) {
                seen.add(rows.getInt(1));
            }
        }
        return seen;
    }

    private static Caller person(String... facilities) {
        return new Caller(
                Caller.Kind.PERSON, "id", "name", Set.of("biller"), Facilities.of(List.of(facilities)), false, null);
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return work.in(connection);
            }
        });
    }
}
