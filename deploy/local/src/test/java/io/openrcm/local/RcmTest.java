package io.openrcm.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RcmTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Folders folders;
    private List<Program> programs;

    @BeforeEach
    void oneProgram() {
        folders = new Folders(root);
        programs = List.of(ProgramFixture.aWebServer(folders, Port.CODING));
    }

    @AfterEach
    void leaveNoProcess() {
        int _ = new Stack(folders, programs, line -> {}).stop();
    }

    @Test
    void upTwiceSaysThatItIsAlreadyRunning() throws InterruptedException {
        assertEquals(0, run("up"));
        assertEquals(0, run("up"));

        assertTrue(shown().contains("OpenRCM is already running"), shown());
    }

    @Test
    void statusTellsWhereAProgramAnswersAndThatAllIsReady() throws InterruptedException {
        assertEquals(3, run("status"));
        assertTrue(shown().contains("not running"), shown());

        assertEquals(0, run("up"));
        assertEquals(0, run("status"));

        var pid = RunningProgram.find(folders, "coding-service")
                .orElseThrow()
                .process()
                .pid();
        assertTrue(shown().contains(pid + " "), shown());
        assertTrue(shown().contains(programs.getFirst().address()), shown());
    }

    @Test
    void logsShowsTheEndOfALogByTheBeginningOfItsName() throws InterruptedException {
        assertEquals(0, run("up"));

        assertEquals(0, run("logs", "cod"));

        assertTrue(shown().contains("Serving"), shown());
        assertEquals(2, run("logs", "billing"));
        assertTrue(shown().contains("Whose log?"), shown());
    }

    @Test
    void downWithoutAnythingRunningIsNoFailure() throws InterruptedException {
        assertEquals(0, run("down"));

        assertTrue(shown().contains("was not running"), shown());
    }

    @Test
    void theAccountsAreShownWhenTheyAreMadeAndWhoeverAsksSeesThemAgain() throws Exception {
        IdentityFixture.shareTheProject(root);
        programs = List.of(programs.getFirst(), ProgramFixture.aWebServer(folders, Port.KEYCLOAK));

        assertEquals(0, run("up"));
        assertTrue(shown().contains("carla.reyes"), shown());

        assertEquals(0, run("down"));
        screen.reset();
        assertEquals(0, run("up"));
        assertFalse(shown().contains("carla.reyes"), shown());

        assertEquals(0, run("accounts"));
        assertTrue(shown().contains("carla.reyes"), shown());
        IdentityFixture.shareNoMore(root);
    }

    @Test
    void aTokenIsForSomebody() throws InterruptedException {
        assertEquals(2, run("token"));

        assertTrue(shown().contains("Whose token?"), shown());
    }

    private int run(String command, String... args) throws InterruptedException {
        return new Rcm(folders, programs, new PrintStream(screen, true, StandardCharsets.UTF_8)).run(command, args);
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
