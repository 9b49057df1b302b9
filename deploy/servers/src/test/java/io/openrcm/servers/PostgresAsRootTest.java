package io.openrcm.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class PostgresAsRootTest {

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root can become nobody")
    void rootThatMayNotMakeUserNamespacesRunsPostgresAsNobody() throws Exception {
        var programs = PostgresPrograms.unpackedUnder(RealServers.programsFolder(), PostgresPrograms.asNobody());
        int port = RealServers.freePort();

        try (var _ = LocalPostgres.start(programs, folder, false, ServerOptions.parse(), port, "secret");
                var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", LocalPostgres.ADMIN, "secret")) {
            assertEquals(18, connection.getMetaData().getDatabaseMajorVersion());
            assertEquals(65_534, Files.getAttribute(folder.resolve("postgres/postmaster.pid"), "unix:uid"));
        }
    }
}
