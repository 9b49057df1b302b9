package io.openrcm.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small real programs: the web server that comes with the JDK, and JVMs that end at once. */
final class ProgramFixture {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ProgramFixture() {}

    static Program aWebServer(Folders folders, Port port) {
        return aWebServer(folders, port, "/");
    }

    /** It answers, and what it answers is that it is not ready. */
    static Program thatNeverBecomesReady(Folders folders, Port port) {
        return aWebServer(folders, port, "/not-there");
    }

    static Program thatEndsAtOnce(Folders folders, Port port) {
        return program(folders, port, freePort(), "/", "--no-such-option");
    }

    private static Program aWebServer(Folders folders, Port port, String readyPath) {
        int number = freePort();
        var served = folders.root().toString();
        return program(
                folders,
                port,
                number,
                readyPath,
                "-m",
                "jdk.httpserver",
                "-b",
                "127.0.0.1",
                "-d",
                served,
                "-p",
                "" + number);
    }

    private static Program program(Folders folders, Port port, int number, String readyPath, String... args) {
        var command = new ArrayList<>(List.of(JAVA.toString(), Program.mark(folders.root(), port.program())));
        command.addAll(Arrays.asList(args));
        return new Program(
                port.program(),
                Map.of(port, number),
                Program.Preparation.NONE,
                command,
                Map::of,
                JAVA,
                "http://127.0.0.1:" + number + readyPath);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new IllegalStateException("no free port", refused);
        }
    }
}
