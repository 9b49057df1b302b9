package io.openrcm.servers.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.openrcm.servers.ServerAddresses;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabasesTest {

    private static final String REFUSED = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    private final String claims = "claims_" + UUID.randomUUID().toString().substring(0, 8);
    private final String owner = claims + "_owner";
    private final List<String> made = new ArrayList<>(List.of(claims));

    private ServerAddresses servers;
    private Databases databases;

    @BeforeEach
    void aServicesDatabaseWithOneTable() throws IOException, SQLException {
        servers = ServersProcess.shared();
        databases = new Databases(servers::databaseUrl, servers.adminUser(), servers.adminPassword());
        databases.create(claims, "service-secret", "owner-secret");
        asOwner("create table claim(number text)");
        asOwner("insert into claim values ('LH-1')");
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        for (var name : made) {
            databases.drop(name);
        }
    }

    @Test
    void aServicesLoginOwnsNothingAndTouchesNoTable() {
        assertRefused(() -> asService("create table own(one int)"));
        assertRefused(() -> asService("create schema own"));
        assertRefused(() -> asService("create temporary table own(one int)"));
        assertRefused(() -> asService("select number from claim"));
        assertRefused(() -> asService("insert into claim values ('LH-2')"));
        assertRefused(() -> asService("set role \"" + owner + "\""));
        assertRefused(() -> asService("set role postgres"));
    }

    @Test
    void aServiceReadsAsTheOneItWorksForAndOnlyWhatThatOneMayRead() throws SQLException {
        asOwner("grant select on claim to openrcm_app");

        assertEquals("LH-1", asService("set role openrcm_app; select number from claim"));
        assertRefused(() -> asService("set role openrcm_worker; select number from claim"));
        assertRefused(() -> asService("set role openrcm_app; delete from claim"));
        assertRefused(() -> asService("select number from claim"));
    }

    @Test
    void theRelaysRightsAreTheServicesOwnInEveryTransaction() throws SQLException {
        asOwner("grant select on claim to openrcm_relay");

        assertEquals("LH-1", asService("select number from claim"));
        assertRefused(() -> asService("set role openrcm_app; select number from claim"));
    }

    @Test
    void rightsOfARoleInOneDatabaseAreWorthNothingInAnother() throws SQLException {
        var coding = made("coding");
        databases.create(coding, "service-secret", "owner-secret");

        for (var login : List.of(claims, owner)) {
            var password = login.equals(owner) ? "owner-secret" : "service-secret";
            assertRefused(() -> run(coding, login, password, "select 1"));
            assertRefused(() -> run("postgres", login, password, "select 1"));
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() {
        assertState(WRONG_PASSWORD, () -> run(claims, claims, "guess", "select 1"));
        assertState(WRONG_PASSWORD, () -> run(claims, owner, "service-secret", "select 1"));
        assertState(WRONG_PASSWORD, () -> run(claims, "nobody", "guess", "select 1"));
    }

    @Test
    void theGroupsThemselvesCannotLogIn() {
        for (var group : List.of("openrcm_app", "openrcm_worker", "openrcm_relay")) {
            var refused = assertThrows(SQLException.class, () -> run(claims, group, "any", "select 1"));
            assertTrue(List.of("28000", WRONG_PASSWORD).contains(refused.getSQLState()), refused.getMessage());
        }
    }

    @Test
    void aDatabaseThatItsServiceOwnedIsHandedOverWithAllThatIsInIt() throws SQLException {
        var earlier = made("earlier");
        databases.createOwned(earlier, "service-secret");
        run(earlier, earlier, "service-secret", "create table claim(id bigserial, number text)");
        run(earlier, earlier, "service-secret", "insert into claim(number) values ('LH-7')");

        databases.create(earlier, "service-secret", "owner-secret");
        databases.create(earlier, "another-secret", "owner-secret");

        assertEquals("LH-7", run(earlier, earlier + "_owner", "owner-secret", "select number from claim"));
        run(earlier, earlier + "_owner", "owner-secret", "alter table claim add column paid boolean");
        assertRefused(() -> run(earlier, earlier, "another-secret", "select number from claim"));
        assertRefused(() -> run(earlier, earlier, "another-secret", "create table own(one int)"));
        assertState(WRONG_PASSWORD, () -> run(earlier, earlier, "service-secret", "select 1"));
        assertEquals(
                earlier + "_owner",
                asAdmin("select pg_get_userbyid(datdba) from pg_database where datname = '" + earlier + "'"));
    }

    @Test
    void severalProcessesMayMakeTheSameDatabasesAtOnce() throws Exception {
        var one = made("one");
        var other = made("other");

        Callable<String> makeBoth = () -> {
            databases.create(one, "service-secret", "owner-secret");
            databases.create(other, "service-secret", "owner-secret");
            return run(other, other, "service-secret", "select current_user::text");
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(makeBoth, makeBoth, makeBoth, makeBoth))) {
                assertEquals(other, answer.get());
            }
        }
    }

    @Test
    void aProgramOfOthersOwnsItsDatabase() throws SQLException {
        var keycloak = made("keycloak");

        databases.createOwned(keycloak, "secret");
        databases.createOwned(keycloak, "secret");

        assertEquals("", run(keycloak, keycloak, "secret", "create table realm(one int)"));
        assertRefused(() -> run(claims, keycloak, "secret", "select 1"));
    }

    private String made(String kind) {
        var name = kind + claims.substring(claims.indexOf('_'));
        made.add(name);
        return name;
    }

    private String asService(String sql) throws SQLException {
        return run(claims, claims, "service-secret", sql);
    }

    private void asOwner(String sql) throws SQLException {
        var _ = run(claims, owner, "owner-secret", sql);
    }

    private String asAdmin(String sql) throws SQLException {
        return run("postgres", servers.adminUser(), servers.adminPassword(), sql);
    }

    /** Several statements are one transaction; answers the first value of the last one's first row, or nothing. */
    private String run(String database, String login, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(servers.databaseUrl(database), login, password);
                var statement = connection.createStatement()) {
            boolean answered = statement.execute(sql);
            while (!answered && statement.getUpdateCount() >= 0) {
                answered = statement.getMoreResults();
            }
            return answered && statement.getResultSet().next()
                    ? statement.getResultSet().getString(1)
                    : "";
        }
    }

    private interface Question {
        String ask() throws SQLException;
    }

    private static void assertRefused(Question question) {
        assertState(REFUSED, question);
    }

    private static void assertState(String state, Question question) {
        var refused = assertThrows(SQLException.class, question::ask);
        assertEquals(state, refused.getSQLState(), refused.getMessage());
    }
}
