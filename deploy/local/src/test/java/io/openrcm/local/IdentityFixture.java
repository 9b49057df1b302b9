package io.openrcm.local;

import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keycloak as the stack starts it, with the servers it needs and without the services. */
public final class IdentityFixture implements AutoCloseable {

    private static final List<String> SHARED = List.of("servers", "keycloak");

    private final Folders folders;
    private final Stack stack;
    private final String keycloak;

    private IdentityFixture(Folders folders, List<Program> programs) {
        this.folders = folders;
        this.stack = new Stack(folders, programs, line -> {});
        this.keycloak = programs.getLast().address();
    }

    /** Starts it in this folder; returns when somebody can sign in. */
    public static IdentityFixture start(Path root) throws IOException {
        var folders = new Folders(root);
        shareTheProject(root);
        var ports = new EnumMap<>(Port.chosenBy(Map.of()));
        for (var port : List.of(Port.POSTGRES, Port.KAFKA, Port.KEYCLOAK)) {
            ports.put(port, ProgramFixture.freePort());
        }
        var programs = new Programs(folders, ports).all().subList(0, 2);
        var started = new IdentityFixture(folders, programs);
        started.stack.start();
        return started;
    }

    /** A folder of its own, in which the programs find what was built. */
    static void shareTheProject(Path root) throws IOException {
        Files.createDirectories(root.resolve("deploy"));
        for (var module : SHARED) {
            var _ = Files.createSymbolicLink(
                    root.resolve("deploy").resolve(module),
                    ServersProcess.root().resolve("deploy").resolve(module));
        }
    }

    /** Takes the links away, so that whoever removes the folder has no way out of it. */
    static void shareNoMore(Path root) throws IOException {
        for (var module : SHARED) {
            Files.delete(root.resolve("deploy").resolve(module));
        }
    }

    public String keycloak() {
        return keycloak;
    }

    public Path root() {
        return folders.root();
    }

    public Path secrets() {
        return folders.secrets();
    }

    @Override
    public void close() throws IOException {
        int _ = stack.stop();
        shareNoMore(folders.root());
    }
}
