package io.openrcm.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    Path root;

    private final List<String> said = new ArrayList<>();
    private Folders folders;
    private Program coding;
    private Program claims;

    @BeforeEach
    void twoPrograms() {
        folders = new Folders(root);
        coding = ProgramFixture.aWebServer(folders, Port.CODING);
        claims = ProgramFixture.aWebServer(folders, Port.CLAIMS);
    }

    @AfterEach
    void leaveNoProcess() {
        int _ = stack(coding, claims).stop();
    }

    @Test
    void whatWasStartedIsFoundAndStoppedByWhoeverComesLater() {
        stack(coding, claims).start();

        var later = stack(coding, claims);
        assertTrue(later.isComplete());
        assertEquals(Health.READY, Health.ofPort(coding.ports().get(Port.CODING)));
        assertEquals(2, later.stop());
        assertFalse(later.isComplete());
        assertEquals(Health.SILENT, Health.ofPort(coding.ports().get(Port.CODING)));
    }

    @Test
    void aSecondStartStartsOnlyWhatIsMissing() {
        stack(coding).start();
        var before = running("coding-service").process().pid();

        var second = stack(coding, claims);
        second.start();

        assertEquals(before, running("coding-service").process().pid());
        assertEquals(1, second.stopStarted());
        assertTrue(running("coding-service").process().isAlive());
    }

    @Test
    void aProgramThatFailsEndsTheStartWithItsLastWordsAndLeavesNothingRunning() {
        var broken = ProgramFixture.thatEndsAtOnce(folders, Port.GATEWAY);

        var failed = assertThrows(
                StackFault.class, () -> stack(coding, claims, broken).start());

        assertTrue(failed.getMessage().startsWith("payer-gateway ended before it was ready (exit code 1)."));
        assertTrue(failed.getMessage().contains("Unrecognized option: --no-such-option"), failed.getMessage());
        assertEquals(Health.SILENT, Health.ofPort(coding.ports().get(Port.CODING)));
        assertEquals(Health.SILENT, Health.ofPort(claims.ports().get(Port.CLAIMS)));
    }

    @Test
    void whoInterruptsTheStartLeavesNothingRunning() throws Exception {
        var slow = ProgramFixture.thatNeverBecomesReady(folders, Port.CLAIMS);
        var stack = stack(coding, slow);
        var start = CompletableFuture.runAsync(stack::start);
        Awaitility.await().until(() -> Health.ofPort(slow.ports().get(Port.CLAIMS)) == Health.READY);

        assertEquals(2, stack.stopStarted());

        var stopped = assertThrows(CompletionException.class, start::join);
        assertEquals("Stopped while starting.", stopped.getCause().getMessage());
        assertEquals(Health.SILENT, Health.ofPort(coding.ports().get(Port.CODING)));
        assertEquals(Health.SILENT, Health.ofPort(slow.ports().get(Port.CLAIMS)));
    }

    @Test
    void aBusyPortIsNamedWithWhoNeedsItAndHowToMoveIt() throws IOException {
        int port = claims.ports().get(Port.CLAIMS);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var refused =
                    assertThrows(StackFault.class, () -> stack(coding, claims).start());

            assertEquals(
                    "Port " + port
                            + " is in use by another program, and claims-service needs it: stop that program, or set"
                            + " RCM_PORT_CLAIMS to a free port (RCM_PORT_BASE moves all ports).",
                    refused.getMessage());
            assertTrue(RunningProgram.find(folders, "coding-service").isEmpty());
        }
    }

    @Test
    void aNumberThatNowBelongsToAnotherProcessIsNotTakenForOurs() throws IOException {
        folders.make();
        Files.writeString(
                folders.run().resolve("coding-service"),
                "pid=" + ProcessHandle.current().pid());

        assertEquals(0, stack(coding).stop());
        assertTrue(RunningProgram.find(folders, "coding-service").isEmpty());
    }

    @Test
    void onlyTheOwnerLooksIntoLogsAndSecrets() throws IOException {
        stack(coding).start();

        for (var folder : List.of(folders.logs(), folders.run(), folders.secrets(), folders.exchange())) {
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    Files.getPosixFilePermissions(folder),
                    folder.toString());
        }
    }

    private Stack stack(Program... programs) {
        return new Stack(folders, List.of(programs), said::add);
    }

    private RunningProgram running(String name) {
        return RunningProgram.find(folders, name).orElseThrow();
    }
}
