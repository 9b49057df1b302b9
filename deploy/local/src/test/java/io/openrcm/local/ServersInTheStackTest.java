package io.openrcm.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersInTheStackTest {

    @TempDir
    Path root;

    private Folders folders;
    private Program servers;

    @BeforeEach
    void postgresAndKafkaAlone() throws IOException {
        folders = new Folders(root);
        IdentityFixture.shareTheProject(root);
        var ports = new HashMap<>(Port.chosenBy(Map.of()));
        ports.put(Port.POSTGRES, ProgramFixture.freePort());
        ports.put(Port.KAFKA, ProgramFixture.freePort());
        servers = new Programs(folders, ports).all().getFirst();
    }

    @AfterEach
    void leaveNoProcess() throws IOException {
        int _ = stack().stop();
        IdentityFixture.shareNoMore(root);
    }

    @Test
    void postgresAndKafkaStartWithPasswordsOfTheirOwnAndStopAndStartAgain() throws IOException {
        stack().start();
        var password = Files.readString(folders.secrets().resolve("claims"));
        assertEquals(1, stack().stop());
        servers.ports().values().forEach(port -> assertEquals(Health.SILENT, Health.ofPort(port)));

        stack().start();

        servers.ports().values().forEach(port -> assertEquals(Health.READY, Health.ofPort(port)));
        assertEquals(password, Files.readString(folders.secrets().resolve("claims")));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folders.secrets().resolve("claims")));
    }

    @Test
    void whatMakesTheServersFailIsSaidWithTheEndOfTheirLog() throws IOException {
        Files.createDirectories(folders.data());
        Files.writeString(folders.data().resolve("kafka"), "not a folder");

        var failed = assertThrows(StackFault.class, () -> stack().start());

        assertTrue(
                failed.getMessage().startsWith("servers ended before it was ready (exit code 1)."),
                failed.getMessage());
        assertTrue(failed.getMessage().contains("The servers did not start: "), failed.getMessage());
    }

    private Stack stack() {
        return new Stack(folders, List.of(servers), line -> {});
    }
}
