package io.openrcm.servers.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.openrcm.servers.ServersProcess;
import io.openrcm.servers.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        var programs = PostgresPrograms.unpackedUnder(
                ServersProcess.root().resolve("deploy/servers/target/postgres"), PostgresPrograms.asNobody());
        int port = freePort();
        var settings = new PostgresSettings(port, false, Certificates.keptIn(folder.resolve("certificates")));

        try (var _ = LocalPostgres.start(programs, folder, false, settings, "secret");
                var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", LocalPostgres.ADMIN, "secret")) {
            assertEquals(18, connection.getMetaData().getDatabaseMajorVersion());
            assertEquals(65_534, Files.getAttribute(folder.resolve("postgres/postmaster.pid"), "unix:uid"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
