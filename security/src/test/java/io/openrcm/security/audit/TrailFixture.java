package io.openrcm.security.audit;

import io.openrcm.security.audit.chain.Checkpoint;
import io.openrcm.security.audit.chain.SealingRound;
import io.openrcm.security.sealing.KeyRing;
import io.openrcm.security.sealing.Keysets;
import io.openrcm.servers.RealServersTestResource;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** An audit trail in a database of its own, without a service around it. */
public final class TrailFixture implements AutoCloseable {

    public static final String SERVICE = "claims-service";

    private static final Actor BILLER = new Actor(Actor.Kind.PERSON, "7c1e", "a.biller", List.of("biller"), null);
    private static final Actor WORKER = new Actor(Actor.Kind.SERVICE, SERVICE, SERVICE, List.of(), null);

    private final RealServersTestResource servers = new RealServersTestResource();
    private final Map<String, String> settings;
    private final Path folder;
    private final KeyRing keys;
    private final SealingRound round;
    private final List<Checkpoint> published = new ArrayList<>();

    public TrailFixture() {
        servers.init(Map.of("database", "trail"));
        settings = servers.start();
        var _ = Flyway.configure()
                .dataSource(url(), settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"))
                .locations("db/security")
                .load()
                .migrate();
        try {
            folder = Files.createTempDirectory("trail").resolve("keys");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var _ = Keysets.create(folder, Optional.empty());
        keys = KeyRing.in(folder);
        round = new SealingRound(SERVICE, keys::signCheckpoint);
    }

    Path publicKeys() {
        return folder.resolve("audit-public.json");
    }

    public KeyRing keys() {
        return keys;
    }

    String url() {
        return settings.get("quarkus.datasource.jdbc.url");
    }

    String login() {
        return settings.get("quarkus.datasource.username");
    }

    String password() {
        return settings.get("quarkus.datasource.password");
    }

    /** A transaction of the service. */
    public Connection asService() throws SQLException {
        var connection = DriverManager.getConnection(url(), login(), password());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set role openrcm_worker");
            statement.execute("set app.facilities = '{*}'");
        }
        connection.commit();
        return connection;
    }

    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                url(), settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"));
    }

    /** Who may do everything. */
    public Connection asSuperuser() throws SQLException, IOException {
        var admin = ServersProcess.shared();
        return DriverManager.getConnection(url(), admin.adminUser(), admin.adminPassword());
    }

    /** What happens to this many claims. */
    public static void write(Connection connection, Random random, int rows) throws SQLException {
        var collected = new CollectedEntries();
        for (int i = 0; i < rows; i++) {
            var number = "CLM" + random.nextInt(1_000_000);
            var facility = random.nextBoolean() ? "LAKESIDE" : "HARBOR";
            var correlation = new UUID(random.nextLong(), random.nextLong());
            switch (random.nextInt(4)) {
                case 0 ->
                    collected.add(
                            BILLER,
                            AuditEntry.read("claim", number)
                                    .at(facility)
                                    .from("192.0.2.17")
                                    .ofRequest(correlation));
                case 1 ->
                    collected.add(
                            BILLER,
                            AuditEntry.query("work-item", random.nextInt(500))
                                    .askingFor("state=OPEN")
                                    .at("LAKESIDE", "HARBOR")
                                    .ofRequest(correlation));
                case 2 ->
                    collected.add(
                            BILLER,
                            AuditEntry.update("claim", number, "x" + number)
                                    .at(facility)
                                    .refused("SEGREGATION_OF_DUTIES")
                                    .correlatedBy(correlation));
                default ->
                    collected.add(
                            WORKER,
                            AuditEntry.execute("ClaimReleased" + i, number)
                                    .at(facility)
                                    .from("claim-events"));
            }
        }
        AuditTable.insert(connection, collected.rows());
    }

    /** Writes and seals what looks an hour old. */
    public void writeAndSealOld(Random random, int rows) throws SQLException, IOException {
        try (var connection = asService();
                var superuser = asSuperuser();
                var statement = superuser.createStatement()) {
            write(connection, random, rows);
            connection.commit();
            statement.execute("alter table audit_record disable trigger only_grows");
            statement.execute(
                    "update audit_record set at = at - interval '1 hour' where at > now() - interval '30 minutes'");
            statement.execute("alter table audit_record enable always trigger only_grows");
            seal(connection);
        }
    }

    /** Until nothing is left. */
    public void seal(Connection connection) throws SQLException {
        SealingRound.Outcome outcome;
        do {
            outcome = round.run(connection);
            connection.commit();
            if (outcome.checkpoint() != null) {
                published.add(outcome.checkpoint());
            }
        } while (outcome.waiting() > 0);
    }

    public List<String> published() {
        return published.stream().map(Checkpoint::toLine).toList();
    }

    @Override
    public void close() {
        servers.stop();
    }
}
